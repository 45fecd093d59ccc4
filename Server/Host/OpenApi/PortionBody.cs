namespace Server.OpenApi;

/// <summary>What came of a portion, for the description of the API only.</summary>
internal sealed record PortionBody(string Status, int Attempt, object? Value, ErrorBody? Error);
