namespace Emulators.Utm;

/// <summary>A position of a registered waybill.</summary>
/// <param name="Identity">Its identity.</param>
/// <param name="AlcCode">The product.</param>
/// <param name="Quantity">How much was shipped.</param>
/// <param name="F1">F1.</param>
/// <param name="OldF2">The shipper's batch.</param>
/// <param name="NewF2">The consignee's batch.</param>
/// <param name="Bottled">When it was bottled.</param>
/// <param name="Marks">Its marks.</param>
public sealed record ShippedPosition(string Identity, string AlcCode, decimal Quantity, string F1, string OldF2, string NewF2, DateOnly Bottled, IReadOnlyList<string> Marks)
{
    /// <summary>How much was accepted; null before an act.</summary>
    public decimal? Accepted { get; init; }

    /// <summary>The marks that an act of differences refused.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];
}
