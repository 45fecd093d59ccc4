using System.Globalization;
using System.Text.RegularExpressions;

namespace Emulators.Utm;

/// <summary>The simple types of the format.</summary>
internal static partial class SimpleTypes
{
    /// <summary>What is wrong with a text; null when it is right.</summary>
    public static string? Fault(string type, string text, string owner)
    {
        if (type[0] == '[') return type[1..^1].Split('|').Contains(text, StringComparer.Ordinal) ? null : $"значение «{text}» не из списка {type}";
        if (type[0] == 't' && int.TryParse(type.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var most)) return text.Length <= most ? null : $"длина {text.Length} больше {most}";
        if (type == "own") return text == owner ? null : $"идентификатор {text} не принадлежит владельцу УТМ {owner}";
        return IsRight(type, text) ? null : $"значение «{(text.Length > 40 ? text[..40] : text)}» не соответствует типу {type}";
    }

    private static bool IsRight(string type, string text) => type switch
    {
        "id" => text.Length is >= 1 and <= 50 && text.Trim() == text,
        "text" => true,
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "time" => Time().IsMatch(text) && DateTime.TryParse(text, CultureInfo.InvariantCulture, out var time) && time.Year is >= 2000 and <= 2100,
        "xtime" => Zoned().IsMatch(text) && DateTime.TryParse(text, CultureInfo.InvariantCulture, out _),
        "more" => Number(text) is > 0,
        "zero" => Number(text) is >= 0,
        "pct" => Number(text) is >= 0 and <= 100,
        "int" => Digits().IsMatch(text),
        "num9" => Digits().IsMatch(text) && text.Length <= 9,
        "num10" => Digits().IsMatch(text) && text.Length <= 10 && text[0] != '0',
        "dig3" => Digits().IsMatch(text) && text.Length == 3,
        "dig2" => Digits().IsMatch(text) && text.Length == 2,
        "ean" => Digits().IsMatch(text) && text.Length is 8 or 12 or 13 or 14,
        "inn10" => Digits().IsMatch(text) && text.Length == 10,
        "inn12" => Digits().IsMatch(text) && text.Length == 12,
        "kpp" => Digits().IsMatch(text) && text.Length == 9,
        "mark" => ExciseMarks.IsMark(text),
        "beer" => ExciseMarks.IsBeer(text),
        "box" => Digits().IsMatch(text) && text.Length is 18 or 26,
        _ => throw new InvalidOperationException($"Unknown simple type {type}."),
    };

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,3})?\z")]
    private static partial Regex Time();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?\z")]
    private static partial Regex Zoned();

    [GeneratedRegex(@"\A[0-9]+\z")]
    private static partial Regex Digits();
}
