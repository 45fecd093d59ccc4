namespace Server.OpenApi;

/// <summary>The type of the file an endpoint answers with, where that is not JSON.</summary>
internal sealed record FileAnswer(string Type);
