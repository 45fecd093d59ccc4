namespace Server.OpenApi;

/// <summary>The answer of everything that failed, for the description of the API only.</summary>
internal sealed record ErrorAnswer(bool Ok, ErrorBody Error, string RequestId);
