using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>One line of a call: a scanned text, and what it was read as.</summary>
/// <param name="Code">The code; null when the text is none.</param>
internal sealed record SaleLine(SaleCode? Code)
{
    /// <summary>Why the text is no code.</summary>
    public MarkingVerdict Problem { get; init; }

    /// <summary>The price in kopecks.</summary>
    public long? Price { get; init; }
}
