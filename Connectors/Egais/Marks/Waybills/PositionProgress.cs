namespace Connectors.Egais;

/// <summary>How far a position is.</summary>
/// <param name="Position">The position.</param>
/// <param name="Total">Its marks.</param>
/// <param name="Missing">Those not taken yet.</param>
internal sealed record PositionProgress(WaybillPosition Position, int Total, IReadOnlyList<string> Missing)
{
    public int Scanned => Total - Missing.Count;

    public bool HasMarks => Total > 0;

    /// <summary>Beer: the registry's act has no place for its marks.</summary>
    public bool IsBeer => HasMarks && Position.Boxes.Any(box => box.IsBeer);
}
