namespace Emulators.Utm;

/// <summary>Where a waybill stands in the registry.</summary>
public enum WaybillState
{
    /// <summary>On its way.</summary>
    Shipped,

    /// <summary>The consignee found differences; the shipper has not answered.</summary>
    Disputed,

    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Accepted with differences.</summary>
    AcceptedWithDifferences,

    /// <summary>Refused: by the consignee, or by the shipper who took it back or did not agree to the differences.</summary>
    Refused,
}
