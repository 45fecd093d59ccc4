using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>Takes the check parts off the codes within a text that goes into errors and logs: they are worth money.</summary>
internal static partial class CodeTails
{
    private const char Cut = '…';
    private const int PackLength = 29;

    // 01, a GTIN, 21; then at most 20 characters of a serial, of which six tell the code apart well enough.
    private const int SerialStart = 18;
    private const int ShownOfSerial = 6;
    private const int LongestSerial = 20;
    private const int ShortTail = 6;
    private const int LongestCode = 400;

    public static string Without(string text)
    {
        var shown = Tail().Replace(text, "…");
        var edges = shown.AsSpan().TrimStart() switch
        {
            ['{' or '[', ..] => "\"",
            ['<', ..] => "<>",
            _ => "",
        };
        var masked = new StringBuilder(shown.Length);
        for (var at = 0; at < shown.Length;)
        {
            var (place, length) = IsStart(shown, at) ? Read(shown, at, edges) : (null, 1);
            if (place is null) masked.Append(shown, at, length);
            else masked.Append(place).Append(Cut);
            at += length;
        }

        return masked.ToString();
    }

    private static bool IsStart(string text, int at) =>
        string.CompareOrdinal(text, at, "(01)", 0, 4) == 0 || (char.IsAsciiDigit(text[at]) && (at == 0 || !char.IsAsciiDigit(text[at - 1])));

    // What stands in place of a full code that begins here, and how far it goes; null for none.
    private static (string? Place, int Length) Read(string text, int at, string edges)
    {
        var (run, ends) = Run(text, at, edges);
        if (ends.Count == 0) return (null, 1);
        if (!Opening().IsMatch(run)) return run.Length >= PackLength && KeyOf(run[..PackLength]) is { } pack ? (pack, ends[PackLength - 1] - at) : (null, 1);

        // What was cut already stands for itself.
        if (ends[^1] < text.Length && text[ends[^1]] == Cut) return (run, ends[^1] - at + 1);
        for (var length = run.Length; length > SerialStart && (length == run.Length || char.IsPunctuation(run[length])); length--)
        {
            if (KeyOf(run[..length]) is { } key) return (key, ends[length - 1] - at);
        }

        // Too long for a КИ, and not to be taken apart: the tail is in there somewhere.
        return run.Length > SerialStart + LongestSerial ? (run[..(SerialStart + ShownOfSerial)], ends[^1] - at) : (null, 1);
    }

    private static string? KeyOf(string code)
    {
        if (!MarkingCode.TryParse(code, out var read)) return null;
        if (read.IsFull) return read.Cis ?? code[..SerialStart];
        return read.Flags.HasFlag(MarkingFlags.AmbiguousWithoutSeparators) && code.Length > SerialStart + ShortTail ? code[..^ShortTail] : null;
    }

    // The characters up to a blank or an edge, JSON's escapes undone, and where each of them ends.
    private static (string Run, List<int> Ends) Run(string text, int at, string edges)
    {
        var run = new StringBuilder();
        var ends = new List<int>();
        while (at < text.Length && run.Length < LongestCode && text[at] is > ' ' and <= '~' && !edges.Contains(text[at], StringComparison.Ordinal))
        {
            var (one, length) = One(text, at);
            run.Append(one);
            ends.Add(at += length);
        }

        return (run.ToString(), ends);
    }

    private static (char One, int Length) One(string text, int at)
    {
        if (text[at] != '\\' || at + 1 == text.Length) return (text[at], 1);
        if (text[at + 1] != 'u') return (text[at + 1], 2);
        return at + 6 <= text.Length && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? ((char)code, 6) : ('\\', 1);
    }

    [GeneratedRegex(@"(?:\u001d|\\u001d|&#x1d;|&#29;|%1d)(?:93(?:\\u[0-9a-f]{4}|\\.|[^\s\\]){4}|9[12])(?:\\u(?!001d)[0-9a-f]{4}|\\[""\\/]|[^\s""\\\u001d])*", RegexOptions.IgnoreCase)]
    private static partial Regex Tail();

    [GeneratedRegex(@"^\(?01\)?[0-9]{14}\(?21\)?")]
    private static partial Regex Opening();
}
