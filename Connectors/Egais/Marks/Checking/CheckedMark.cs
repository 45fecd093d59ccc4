namespace Connectors.Egais;

/// <summary>A mark and what the registry knows of it.</summary>
/// <param name="Mark">The mark.</param>
/// <param name="Verdict">The verdict.</param>
internal sealed record CheckedMark(string Mark, MarkVerdict Verdict)
{
    /// <summary>Why it is unknown, in Russian: the other side's own text where there is one.</summary>
    public string? Why { get; init; }
}
