namespace Connectors.Egais;

/// <summary>What a scanned code is to a waybill, and which of its marks it stands for.</summary>
/// <param name="Outcome">What it is.</param>
/// <param name="Code">The code taken apart.</param>
internal sealed record MarkMatch(MarkOutcome Outcome, ParsedMark Code)
{
    /// <summary>The position of a mark; of a box, where all its marks are of one.</summary>
    public WaybillPosition? Position { get; init; }

    /// <summary>The box around a mark.</summary>
    public string? Box { get; init; }

    /// <summary>The mark, or every mark in the box and in the boxes in it.</summary>
    public IReadOnlyList<IndexedMark> Marks { get; init; } = [];

    /// <summary>How many of <see cref="Marks"/> are not taken yet.</summary>
    public int Left { get; init; }

    /// <summary>Whether the code is in the waybill.</summary>
    public bool IsFound => Outcome is MarkOutcome.Found or MarkOutcome.FoundInBox or MarkOutcome.AlreadyScanned;
}
