using System.Text.RegularExpressions;

namespace Emulators.Utm;

/// <summary>The shapes of excise marks, and new ones.</summary>
public static partial class ExciseMarks
{
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>A mark of 150 characters with a valid head and a made-up signature.</summary>
    /// <param name="number">Tells it from others, 1 to 99 999 999.</param>
    /// <param name="series">Three digits, not 000.</param>
    /// <returns>The mark.</returns>
    public static string Make(int number, int series = 200)
    {
        var random = new Random((series * 100_000_000) + number);
        return $"136{series:D3}{number:D8}0725001{string.Concat(Enumerable.Range(0, 129).Select(_ => Letters[random.Next(36)]))}";
    }

    internal static bool IsMark(string text) => New().IsMatch(text) || Old().IsMatch(text) || Forty().IsMatch(text);

    internal static bool IsBeer(string text) => Beer().IsMatch(text);

    [GeneratedRegex(@"\A(?!000)[0-9]{3}(?!000)[0-9]{3}(?!00000000)[0-9]{8}(0[1-9]|1[0-2])(1[89]|[2-9][0-9])(?!000)[0-9]{3}[0-9A-Z]{129}\z")]
    private static partial Regex New();

    [GeneratedRegex(@"\A[0-9]{2}[a-zA-Z0-9]{21}[0-9][0-1][0-9][0-3][0-9]{10}[a-zA-Z0-9]{31}\z")]
    private static partial Regex Old();

    [GeneratedRegex(@"\A[0-9]{40}\z")]
    private static partial Regex Forty();

    [GeneratedRegex("""\A01[0-9]{14}21["&<>'?0-9A-Z_a-z=!%.:;/()*+,\-]{7}\z""")]
    private static partial Regex Beer();
}
