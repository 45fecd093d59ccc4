using Cleverence.Connectivity.Marking;

namespace Server.Storage;

/// <summary>A code of an order station cut into what the table is searched by.</summary>
/// <param name="Cis">The identification code; the whole text where it cannot be told.</param>
/// <param name="Gtin">The product.</param>
/// <param name="Serial">The serial number.</param>
internal readonly record struct CodeCut(string Cis, string Gtin, string Serial)
{
    private const char Separator = '\u001d';
    private const int SerialStart = 18;

    /// <summary>Cuts a code. What cannot be read is kept whole under the product that was ordered: every code that was handed out is kept.</summary>
    public static CodeCut Of(string text, string orderedGtin)
    {
        return MarkingCode.TryParse(text, out var code) ? new CodeCut(code.Cis ?? text, code.Gtin ?? orderedGtin, code.Serial ?? "") : ByTemplate(text, orderedGtin);
    }

    // A check digit that is wrong, or a character nobody expects: the station's own form still tells where the serial ends.
    private static CodeCut ByTemplate(string text, string orderedGtin)
    {
        var end = text.IndexOf(Separator, StringComparison.Ordinal);
        if (end <= SerialStart || !text.StartsWith("01", StringComparison.Ordinal) || text[16] != '2' || text[17] != '1' || text.AsSpan(2, 14).IndexOfAnyExceptInRange('0', '9') >= 0) return new CodeCut(text, orderedGtin, "");
        return new CodeCut(text[..end], text[2..16], text[SerialStart..end]);
    }
}
