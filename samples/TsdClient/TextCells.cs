using System.Globalization;
using System.Text;

namespace TsdClient;

/// <summary>Text measured in screen cells: cut, padded and wrapped.</summary>
internal static class TextCells
{
    public static int Width(string text) => StringInfo.ParseCombiningCharacters(text).Length + text.EnumerateRunes().Count(IsWide);

    public static string Clean(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));

    /// <summary>The text in exactly this many cells: cut with an ellipsis or padded.</summary>
    public static string Fit(string text, int cells, bool right = false)
    {
        var kept = Width(text) <= cells ? text : cells > 1 ? $"{Take(text, cells - 1)}…" : Take(text, cells);
        var gap = new string(' ', Math.Max(0, cells - Width(kept)));
        return right ? gap + kept : kept + gap;
    }

    public static IEnumerable<string> Wrap(string text, int cells)
    {
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in Clean(paragraph).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var rest = word;
                if (line.Length > 0 && Width(line) + 1 + Width(rest) <= cells)
                {
                    line += $" {rest}";
                    continue;
                }

                if (line.Length > 0) yield return line;
                for (; Width(rest) > cells; rest = rest[Take(rest, cells).Length..]) yield return Take(rest, cells);
                line = rest;
            }

            yield return line;
        }
    }

    private static string Take(string text, int cells)
    {
        var taken = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            cells -= Width(element);
            if (cells < 0) break;
            taken.Append(element);
        }

        return taken.ToString();
    }

    private static bool IsWide(Rune rune) =>
        rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1FAFF);
}
