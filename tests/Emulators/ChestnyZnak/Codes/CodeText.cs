using System.Text.RegularExpressions;

namespace Emulators.ChestnyZnak;

/// <summary>What a code looks like to the system.</summary>
internal static partial class CodeText
{
    public const char Separator = '\u001d';
    private const string Signs = "!\"%&'()*+,-./_:;=<>?";
    private static readonly HashSet<int> LengthsWithoutSeparators = [30, 37, 41, 44, 76, 83, 90, 127];

    /// <summary>КИ of a full code; a КИ stays what it is.</summary>
    public static string CisOf(string text)
    {
        if (PackPattern().IsMatch(text) && text.Length == 29) return text[..25];
        var parts = text.Split(Separator);
        return parts.Length > 1 && parts[1].StartsWith("8005", StringComparison.Ordinal) ? parts[0] + parts[1] : parts[0];
    }

    /// <summary>Why a text is no КИ, or null when it is one.</summary>
    public static string? ProblemOfCis(string? text)
    {
        if (text is null) return "код не указан";
        if (text.Contains(Separator, StringComparison.Ordinal)) return "код содержит разделитель GS";
        if (text.StartsWith('(')) return "код содержит скобки";
        if (text.Length is < 18 or > 74) return "длина кода должна быть от 18 до 74 символов";
        if (text.Any(letter => !IsData(letter))) return "код содержит недопустимые символы";
        if (Gs1Pattern().IsMatch(text) && LengthsWithoutSeparators.Contains(text.Length)) return "код содержит криптохвост";
        return text.Length == 29 && PackPattern().IsMatch(text) ? "код содержит криптохвост" : null;
    }

    /// <summary>Why a text is no full code, or null when it is one.</summary>
    public static string? ProblemOfFull(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "код не указан";
        if (text.StartsWith('(')) return "код содержит скобки";
        if (text.Any(letter => letter != Separator && !IsData(letter))) return "код содержит недопустимые символы";
        if (text[0] == Separator) return "код начинается с разделителя";
        if (text.Length == 29 && PackPattern().IsMatch(text)) return null;
        if (!Gs1Pattern().IsMatch(text)) return "структура кода не распознана";
        return text.Contains($"{Separator}93", StringComparison.Ordinal) || text.Contains($"{Separator}92", StringComparison.Ordinal) ? null : "нет кода проверки";
    }

    public static string GtinOf(string text) => Gs1Pattern().IsMatch(text) ? text[2..16] : PackPattern().IsMatch(text) ? text[..14] : "";

    public static bool IsData(char letter) => char.IsAsciiLetterOrDigit(letter) || Signs.Contains(letter, StringComparison.Ordinal);

    [GeneratedRegex(@"^01\d{14}21.", RegexOptions.CultureInvariant)]
    private static partial Regex Gs1Pattern();

    [GeneratedRegex(@"^(?!01\d{14}21)\d{14}.{7}", RegexOptions.CultureInvariant)]
    private static partial Regex PackPattern();
}
