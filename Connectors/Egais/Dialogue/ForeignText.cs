using System.Text.RegularExpressions;

namespace Connectors.Egais;

/// <summary>What others wrote, for a sentence that is logged: marks in it are shortened.</summary>
internal static partial class ForeignText
{
    public static string Shortened(string text) => Runs().Replace(text, run => run.Value.Any(char.IsAsciiDigit) ? ShortMark.Of(run.Value) : run.Value);

    // Longer than what a log may show of a mark; no word of a language, number of a waybill or id with hyphens is.
    [GeneratedRegex("[0-9A-Za-z]{21,}", RegexOptions.CultureInvariant)]
    private static partial Regex Runs();
}
