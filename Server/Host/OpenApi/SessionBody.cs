namespace Server.OpenApi;

/// <summary>The session of a call, for the description of the API only.</summary>
internal sealed record SessionBody(string? UserId, string? DeviceId, string? WarehouseId, string? DocumentId, Dictionary<string, object?>? Document);
