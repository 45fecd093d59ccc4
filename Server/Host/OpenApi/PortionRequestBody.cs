namespace Server.OpenApi;

/// <summary>A portion to work through, for the description of the API only.</summary>
internal sealed record PortionRequestBody(string Key, object? Args = null);
