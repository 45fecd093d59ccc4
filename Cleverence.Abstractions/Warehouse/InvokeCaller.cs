using Cleverence.Connectivity;

namespace Cleverence.Warehouse;

/// <summary>Who calls and in which session: the user, the device and the document in work.</summary>
/// <param name="Origin">Who makes the call.</param>
public sealed record InvokeCaller(CallOrigin Origin)
{
    /// <summary>The id of the API key the call came with; part of the key under which a repeat is recognised.</summary>
    public string? ApiKeyId { get; init; }

    /// <summary>The user at the handheld.</summary>
    public string? UserId { get; init; }

    /// <summary>The handheld.</summary>
    public string? DeviceId { get; init; }

    /// <summary>The warehouse the user works in.</summary>
    public string? WarehouseId { get; init; }

    /// <summary>The document in work.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The header of the document in work, with its own fields.</summary>
    public ConnectorRecord? Document { get; init; }

    /// <summary>The job or event that calls, for the log.</summary>
    public string? Source { get; init; }
}
