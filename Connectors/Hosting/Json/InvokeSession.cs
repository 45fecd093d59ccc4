using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>The session part of a call's body.</summary>
public sealed record InvokeSession
{
    /// <summary>The user at the handheld.</summary>
    public string? UserId { get; init; }

    /// <summary>The handheld.</summary>
    public string? DeviceId { get; init; }

    /// <summary>The warehouse the user works in.</summary>
    public string? WarehouseId { get; init; }

    /// <summary>The document in work.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The header of the document in work.</summary>
    public ConnectorRecord? Document { get; init; }
}
