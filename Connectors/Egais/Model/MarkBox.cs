namespace Connectors.Egais;

/// <summary>Marks directly in one box, or without a box.</summary>
/// <param name="Number">The box; null for none.</param>
/// <param name="Marks">The marks.</param>
internal sealed record MarkBox(string? Number, IReadOnlyList<string> Marks)
{
    /// <summary>Whether they are marks of beer (<c>ms</c>).</summary>
    public bool IsBeer { get; init; }
}
