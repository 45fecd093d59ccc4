namespace Connectors.Egais;

/// <summary>What came of a scan.</summary>
/// <param name="Match">What the code is to the waybill, as it was before.</param>
internal sealed record ScanResult(MarkMatch Match)
{
    /// <summary>How many marks changed: taken by a scan, given back by an undo.</summary>
    public int Changed { get; init; }

    /// <summary>Who took the mark before.</summary>
    public ScannedMark? Earlier { get; init; }
}
