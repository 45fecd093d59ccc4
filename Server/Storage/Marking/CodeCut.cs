namespace Server.Storage;

/// <summary>A code of an order station cut into what the table is searched by.</summary>
/// <param name="Cis">The identification code; the whole text where it cannot be told.</param>
/// <param name="Gtin">The product.</param>
/// <param name="Serial">The serial number.</param>
internal readonly record struct CodeCut(string Cis, string Gtin, string Serial)
{
    private const char Separator = '\u001d';
    private const int GtinLength = 14;
    private const int PackLength = 29;
    private const int PackCisLength = 25;
    private const int PackSerialEnd = 21;
    private const int SerialStart = 18;

    /// <summary>Cuts a code by the two templates a station has. What fits neither is kept whole: every code that was handed out is kept.</summary>
    public static CodeCut Of(string text, string orderedGtin)
    {
        if (text.Length == PackLength && IsGtin(text.AsSpan(0, GtinLength)) && !text.Contains(Separator, StringComparison.Ordinal)) return new CodeCut(text[..PackCisLength], text[..GtinLength], text[GtinLength..PackSerialEnd]);
        if (text.Length <= SerialStart || !text.StartsWith("01", StringComparison.Ordinal) || !IsGtin(text.AsSpan(2, GtinLength)) || text[16] != '2' || text[17] != '1') return new CodeCut(text, orderedGtin, "");
        var end = text.IndexOf(Separator, StringComparison.Ordinal);
        var cis = end < 0 ? text : text[..end];
        return new CodeCut(cis, text[2..16], cis.Length > SerialStart ? cis[SerialStart..] : "");
    }

    private static bool IsGtin(ReadOnlySpan<char> digits) => digits.IndexOfAnyExceptInRange('0', '9') < 0;
}
