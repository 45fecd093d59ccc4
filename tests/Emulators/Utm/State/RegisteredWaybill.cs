namespace Emulators.Utm;

/// <summary>A waybill of the registry.</summary>
public sealed record RegisteredWaybill
{
    /// <summary>Its number, <c>TTN-…</c>.</summary>
    public required string RegId { get; init; }

    /// <summary>Who ships.</summary>
    public required string Shipper { get; init; }

    /// <summary>To whom.</summary>
    public required string Consignee { get; init; }

    /// <summary>The shipper's number.</summary>
    public required string Number { get; init; }

    /// <summary>Its date.</summary>
    public required string Date { get; init; }

    /// <summary>The shipper's identifier of it.</summary>
    public string? Identity { get; init; }

    /// <summary>The request that brought it.</summary>
    public required string RequestId { get; init; }

    /// <summary>Where it stands.</summary>
    public WaybillState State { get; init; }

    /// <summary>The request of the act that waits or was conducted.</summary>
    public string? ActRequestId { get; init; }

    /// <summary>The request of the repeal that waits for the shipper.</summary>
    public string? RepealRequestId { get; init; }

    /// <summary>What it is about.</summary>
    public IReadOnlyList<ShippedPosition> Positions { get; init; } = [];
}
