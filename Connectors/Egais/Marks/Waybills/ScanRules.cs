namespace Connectors.Egais;

/// <summary>Limits of the acceptance by marks.</summary>
internal sealed record ScanRules
{
    /// <summary>How long the scans of a waybill are kept after it came to its end; before, they are kept whatever their age. 90 days.</summary>
    public TimeSpan Kept { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How many waybills are held ready to be searched; the one used longest ago makes room. 16.</summary>
    public int WaybillsAtHand { get; init; } = 16;

    /// <summary>How long a waybill at hand is taken for unchanged without a look at the store. 2 s.</summary>
    public TimeSpan LookAgain { get; init; } = TimeSpan.FromSeconds(2);
}
