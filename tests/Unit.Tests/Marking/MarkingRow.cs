using Cleverence.Connectivity.Marking;

namespace Unit.Tests.Marking;

/// <summary>A scanned text and all that is expected of it; ␝ stands for the separator.</summary>
public sealed record MarkingRow(string Number, string Raw, MarkingCodeKind Kind)
{
    public string? Gtin { get; init; }

    public string? Serial { get; init; }

    public string? Cis { get; init; }

    public string? ShortCis { get; init; }

    public string? Key { get; init; }

    public string? Check { get; init; }

    public string? Country { get; init; }

    public string? Layout { get; init; }

    public int? Price { get; init; }

    public int? Quantity { get; init; }

    public decimal? Weight { get; init; }

    public decimal? Volume { get; init; }

    public string Extras { get; init; } = "";

    public bool IsFull { get; init; }

    public MarkingFlags Flags { get; init; }

    public MarkingSymbology Symbology { get; init; }

    public string? Group { get; init; }

    /// <summary>The text after all is mended.</summary>
    public string? Text { get; init; }

    public static string Gs(string text) => text.Replace('␝', '\u001D');

    public override string ToString() => $"row {Number}";
}
