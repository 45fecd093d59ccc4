namespace Cleverence.Connectivity.Marking;

/// <summary>
/// A code as it was scanned, taken apart: what it is, its КИ, its parts, and what had to be mended. Letters are told apart by case, nothing is upper-cased.
/// </summary>
/// <remarks>Immutable and thread-safe. Parts are cut out of the text when they are first asked for. <see cref="ToString"/> gives the full code with its check part: keep it out of logs.</remarks>
public sealed partial class MarkingCode : IEquatable<MarkingCode>
{
    private readonly string source;
    private readonly MarkingPart whole;
    private readonly MarkingFields fields;
    private string? gtin;
    private string? serial;
    private string? cis;

    internal MarkingCode(string source, int start, int length, in MarkingFields fields)
    {
        this.source = source;
        whole = new MarkingPart(start, length);
        this.fields = fields;
    }

    /// <summary>What it is.</summary>
    public MarkingCodeKind Kind => fields.Kind;

    /// <summary>The kind of barcode, where the scanner told it.</summary>
    public MarkingSymbology Symbology => fields.Symbology;

    /// <summary>What was mended, and what is unusual.</summary>
    public MarkingFlags Flags => fields.Flags;

    /// <summary>Whether the check part is there, so that the code can be printed and checked at a till (КМ). Without it a code is only a КИ.</summary>
    public bool IsFull => fields.IsFull;

    /// <summary>The GTIN in 14 digits; null for transport units, fur tags and alcohol stamps.</summary>
    public string? Gtin => gtin ??= fields.Gtin.Length switch
    {
        0 => null,
        14 => Cut(fields.Gtin),
        _ => Cut(fields.Gtin).PadLeft(14, '0'),
    };

    /// <summary>The serial; of an SSCC its 18 digits; null where there is none.</summary>
    public string? Serial => fields.Serial.Exists ? serial ??= Cut(fields.Serial) : null;

    /// <summary>
    /// The КИ: the key of the item everywhere except printing, application reports and checks at a till. An SSCC gives its 18 digits, other transport units and fur tags their text.
    /// Null for what has none: quantity lines, plain barcodes and alcohol stamps.
    /// </summary>
    public string? Cis => cis ??= MakeCis();

    /// <summary>The КИ without the price, for packs and blocks of tobacco type; otherwise null.</summary>
    public string? ShortCis => Kind switch
    {
        MarkingCodeKind.TobaccoPack => Text[..PackReader.ShortCisLength].ToString(),
        MarkingCodeKind.TobaccoBlock => Text[..SerialEnd].ToString(),
        _ => null,
    };

    /// <summary>The key of the check part, AI 91; null when there is none.</summary>
    public string? CheckKey => fields.Key.Exists ? Cut(fields.Key) : null;

    /// <summary>The value of the check part: AI 92 or 93, or the last four characters of a pack; null when there is none.</summary>
    public string? CheckValue => fields.Check.Exists ? Cut(fields.Check) : null;

    /// <summary>The maximum retail price (МРЦ) in kopecks; null when there is none or it cannot be read.</summary>
    public int? MaxRetailPriceKopecks => fields.Price.Length switch
    {
        MaxRetailPrice.Length => MaxRetailPrice.TryDecode(fields.Price.Of(Text), out var kopecks) ? kopecks : null,
        0 => null,
        _ => Number(fields.Price.Of(Text)),
    };

    /// <summary>The country of emission as two letters (AM, BY, KZ, KG, RU), told by the first character of the serial or by a fur tag; null when it is not told.</summary>
    public string? Country => Kind switch
    {
        MarkingCodeKind.Gs1 when !fields.HasNoCountry => MarkingCountry.Of(Text[fields.Serial.Start]),
        MarkingCodeKind.FurTag => Text[..2].ToString(),
        _ => null,
    };

    /// <summary>The count of a quantity line; otherwise null.</summary>
    public int? Quantity => Kind == MarkingCodeKind.OsuLine ? Number(Text.Slice(18, MarkingRecogniser.Osu(Text))) : null;

    /// <summary>The layout of the code station that the lengths of a full code fit; null when none fits.</summary>
    public MarkingLayout? Layout => IsFull && Kind is MarkingCodeKind.Gs1 or MarkingCodeKind.TobaccoBlock ? Array.Find(MarkingLayout.Known, Fits) : null;

    /// <summary>The code in one form: without what the scanner added, with a separator wherever one belongs. This is what is stored and printed.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => whole.Length == source.Length ? source : Text.ToString();

    /// <summary>Whether two codes have the same text, letter case included.</summary>
    /// <param name="other">The other code.</param>
    /// <returns>Whether they are the same.</returns>
    public bool Equals(MarkingCode? other) => other is not null && Kind == other.Kind && Text.SequenceEqual(other.Text);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MarkingCode);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    private ReadOnlySpan<char> Text => whole.Of(source);

    private int SerialEnd => fields.Serial.Start + fields.Serial.Length;

    private string Cut(MarkingPart part) => part.Of(Text).ToString();

    private string? MakeCis() => Kind switch
    {
        MarkingCodeKind.Gs1 when SerialEnd == source.Length => source,
        MarkingCodeKind.Gs1 => Text[..SerialEnd].ToString(),
        MarkingCodeKind.TobaccoBlock => string.Concat(Text[..SerialEnd], "8005", fields.Price.Of(Text)),
        MarkingCodeKind.TobaccoPack => Text[..Math.Min(PackReader.CisLength, whole.Length)].ToString(),
        MarkingCodeKind.Sscc => Serial,
        MarkingCodeKind.TransportOpaque or MarkingCodeKind.FurTag or MarkingCodeKind.PharmaSgtin => ToString(),
        _ => null,
    };

    private bool Fits(MarkingLayout layout) =>
        layout.SerialLength == fields.Serial.Length && layout.HasPrice == fields.Price.Exists && layout.KeyLength == fields.Key.Length && layout.CheckLength == fields.Check.Length;

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
