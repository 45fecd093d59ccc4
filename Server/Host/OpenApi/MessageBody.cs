namespace Server.OpenApi;

/// <summary>A message, for the description of the API only.</summary>
internal sealed record MessageBody(string Text, string? TargetId, string? DataKey, string? Field, string? DataPath);
