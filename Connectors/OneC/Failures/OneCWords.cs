using System.Text.RegularExpressions;

namespace Connectors.OneC;

/// <summary>The texts of 1C: what is shown of them and the few that mean something to a machine.</summary>
internal static partial class OneCWords
{
    private const int ShortLimit = 150;
    private const int DetailLimit = 4_000;

    // The only free texts a decision hangs on: 1C has no code for them.
    private static readonly string[] LicencePhrases = ["Не обнаружено свободной лицензии", "Не найдена лицензия", "There are no free licenses"];

    public static bool SaysNoLicence(string text) => LicencePhrases.Any(phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    /// <summary>The part of an exception's text that a person can use, on one line: without the place in the script.</summary>
    public static string Short(string text)
    {
        var plain = Spaces().Replace(ScriptPlace().Replace(text, ""), " ").Trim();
        return plain.Length <= ShortLimit ? plain : $"{plain[..(ShortLimit - 1)]}…";
    }

    public static string Limited(string text) => text.Length <= DetailLimit ? text : $"{text[..DetailLimit]}… ({text.Length} characters)";

    /// <summary>The beginning of a page, as an administrator recognises it.</summary>
    public static string Beginning(string text)
    {
        var plain = Spaces().Replace(text, " ").Trim();
        return plain.Length <= 200 ? plain : plain[..200];
    }

    // {WebСервис.TerminalGate.Модуль(12)}: or {ОбщийМодуль.Обмен.Модуль(7,15)}:
    [GeneratedRegex(@"\{[^{}\r\n]*\(\d+(,\d+)?\)\}:\s*")]
    private static partial Regex ScriptPlace();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
