using System.Text;
using System.Text.RegularExpressions;

namespace Emulators.OneC;

/// <summary>Functions of the filter language. The ones 1C does not have (length, indexof, replace, tolower, toupper, trim, floor, ceiling) are refused with code 21.</summary>
internal static class FilterFunctions
{
    private static readonly Dictionary<string, (int Least, int Most, Func<object?[], object?> Run)> All = new(StringComparer.Ordinal)
    {
        ["concat"] = (2, 2, given => Text(given[0]) + Text(given[1])),
        ["endswith"] = (2, 2, given => Text(given[0])?.TrimEnd().EndsWith(Text(given[1]) ?? "", StringComparison.OrdinalIgnoreCase)),
        ["startswith"] = (2, 2, given => Text(given[0])?.StartsWith(Text(given[1]) ?? "", StringComparison.OrdinalIgnoreCase)),
        ["substringof"] = (2, 2, given => Text(given[1])?.Contains(Text(given[0]) ?? "", StringComparison.OrdinalIgnoreCase)),
        ["substring"] = (2, 3, given => Substring(Text(given[0]), (int)Number(given[1]), given.Length > 2 ? (int)Number(given[2]) : int.MaxValue)),
        ["like"] = (2, 2, given => Text(given[0]) is { } text && Regex.IsMatch(text, Pattern(Text(given[1]) ?? ""), RegexOptions.IgnoreCase | RegexOptions.Singleline)),
        ["year"] = (1, 1, given => Part(given[0], date => date.Year)),
        ["quarter"] = (1, 1, given => Part(given[0], date => (date.Month + 2) / 3)),
        ["month"] = (1, 1, given => Part(given[0], date => date.Month)),
        ["day"] = (1, 1, given => Part(given[0], date => date.Day)),
        ["dayofweek"] = (1, 1, given => Part(given[0], date => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek)),
        ["dayofyear"] = (1, 1, given => Part(given[0], date => date.DayOfYear)),
        ["hour"] = (1, 1, given => Part(given[0], date => date.Hour)),
        ["minute"] = (1, 1, given => Part(given[0], date => date.Minute)),
        ["second"] = (1, 1, given => Part(given[0], date => date.Second)),
        ["dateadd"] = (3, 3, given => given[0] is DateTime date ? FilterDates.Add(date, Text(given[1])!, (int)Number(given[2])) : null),
        ["datedifference"] = (3, 3, given => given[0] is DateTime from && given[1] is DateTime to ? FilterDates.Difference(from, to, Text(given[2])!) : null),
        ["round"] = (1, 2, given => given[0] is null ? null : Math.Round(Number(given[0]), given.Length > 1 ? (int)Number(given[1]) : 0, MidpointRounding.AwayFromZero)),
        ["cast"] = (2, 2, given => Cast(given[0], Text(given[1])!)),
        ["isof"] = (2, 2, given => given[0] is TypedReference reference && reference.Set == Text(given[1])),
    };

    public static Func<object?[], object?> Find(string name, int count) =>
        !All.TryGetValue(name, out var function) ? throw new ODataException(21, $"Функция {name} не реализована")
        : count < function.Least || count > function.Most ? throw new ODataException(21, $"Неверное количество аргументов функции {name}: {count}")
        : function.Run;

    private static TypedReference? Cast(object? value, string set) => value switch
    {
        Guid key when TradeModel.Find(set) is not null => new TypedReference(set, key),
        TypedReference reference when reference.Set == set => reference,
        Guid => throw new ODataException(8, $"Тип {set} не найден"),
        _ => null,
    };

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        _ => throw new ODataException(21, "Ожидалась строка"),
    };

    private static decimal Number(object? value) => value is decimal number ? number : throw new ODataException(21, "Ожидалось число");

    private static object? Part(object? value, Func<DateTime, int> part) => value switch
    {
        null => null,
        DateTime date => (decimal)part(date),
        _ => throw new ODataException(21, "Ожидалась дата"),
    };

    // Positions count from 1, as in the query language of 1C.
    private static string? Substring(string? text, int from, int length) =>
        text is null || from < 1 || from > text.Length ? text is null ? null : "" : text.Substring(from - 1, Math.Min(length, text.Length - from + 1));

    // The pattern of ПОДОБНО: %, _, a set in brackets.
    private static string Pattern(string like)
    {
        var pattern = new StringBuilder("^");
        for (var at = 0; at < like.Length; at++)
        {
            var close = like[at] == '[' ? like.IndexOf(']', at) : -1;
            if (close > 0)
            {
                pattern.Append(like, at, close - at + 1);
                at = close;
            }
            else
            {
                pattern.Append(like[at] switch { '%' => ".*", '_' => ".", var sign => Regex.Escape(sign.ToString()) });
            }
        }

        return pattern.Append('$').ToString();
    }
}
