using System.Globalization;

namespace Connectors.Rest;

/// <summary>HTTP statuses of the settings: <c>409</c>, <c>4xx</c> or <c>500-504</c>.</summary>
internal readonly record struct StatusRange(int From, int To)
{
    public bool Has(int status) => status >= From && status <= To;

    /// <summary>Reads several with commas between them; null where one cannot be read.</summary>
    public static List<StatusRange>? Parse(string text)
    {
        var ranges = new List<StatusRange>();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (One(part) is not { } range) return null;
            ranges.Add(range);
        }

        return ranges;
    }

    private static StatusRange? One(string text)
    {
        if (text.Length == 3 && text.EndsWith("xx", StringComparison.OrdinalIgnoreCase) && text[0] is >= '1' and <= '5') return new((text[0] - '0') * 100, ((text[0] - '0') * 100) + 99);
        var ends = text.Split('-', 2, StringSplitOptions.TrimEntries);
        return Number(ends[0]) is { } from && Number(ends[^1]) is { } to && from <= to ? new(from, to) : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 100 and <= 599 ? number : null;
}
