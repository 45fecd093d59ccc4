namespace Cleverence.Warehouse;

/// <summary>The handheld of the caller, its user and the document in work.</summary>
public sealed class DeviceInfo
{
    /// <summary>The handheld's id.</summary>
    public string? DeviceId { get; set; }

    /// <summary>The user's id.</summary>
    public string? UserId { get; set; }

    /// <summary>The warehouse the user works in.</summary>
    public string? WarehouseId { get; set; }

    /// <summary>The id of the document in work.</summary>
    public string? DocumentId { get; set; }

    /// <summary>The header of the document in work or being opened, with its own fields; null when there is none.</summary>
    public DocumentDescription? Document { get; set; }
}
