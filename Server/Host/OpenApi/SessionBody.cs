namespace Server.OpenApi;

/// <summary>The session of a call, for the description of the API only.</summary>
internal sealed record SessionBody(string? UserId = null, string? DeviceId = null, string? WarehouseId = null, string? DocumentId = null, Dictionary<string, object?>? Document = null);
