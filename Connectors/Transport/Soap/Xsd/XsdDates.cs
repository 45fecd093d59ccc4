using System.Globalization;
using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>Dates by XML Schema: with an offset they are a moment, without one a time of the system's own clock.</summary>
internal static class XsdDates
{
    private static readonly string[] Local = ["yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-dd"];
    private static readonly string[] Moments = ["yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddK"];

    public static bool TryRead(string text, out object? value)
    {
        if (text.Length == 19 && TryReadShort(text, out var whole))
        {
            value = whole;
            return true;
        }

        var cut = Cut(text);
        if (DateTime.TryParseExact(cut, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            value = time;
            return true;
        }

        var fits = DateTimeOffset.TryParseExact(cut, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment);
        value = moment;
        return fits;
    }

    /// <summary>A date and time of the contract, or of a text in one of its forms.</summary>
    public static object? Of(object? value)
    {
        if (value is DateTime or DateTimeOffset) return value;
        if (value is not string text) return null;
        if (TryRead(text.Trim(), out var read)) return read;
        if (ConnectorValues.TryConvert(text, typeof(DateTime), out var time)) return time;
        return ConnectorValues.TryConvert(text, typeof(DateTimeOffset), out var moment) ? moment : null;
    }

    public static string DateTimeText(object value) =>
        value is DateTimeOffset moment ? moment.ToString(moment.Offset == TimeSpan.Zero ? "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture) : ConnectorValues.FormatDateTime((DateTime)value);

    /// <summary>A day as text; null when a time of day would be lost.</summary>
    public static string? DateText(object value) => value switch
    {
        DateTime time when time.TimeOfDay == TimeSpan.Zero => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment when moment.TimeOfDay == TimeSpan.Zero => moment.ToString("yyyy-MM-ddzzz", CultureInfo.InvariantCulture),
        _ => null,
    };

    // The form accounting systems write; a row has several of them.
    private static bool TryReadShort(string text, out DateTime time)
    {
        time = default;
        if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':') return false;
        int year = Digits(text, 0, 4), month = Digits(text, 5, 2), day = Digits(text, 8, 2), hour = Digits(text, 11, 2), minute = Digits(text, 14, 2), second = Digits(text, 17, 2);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || (uint)hour > 23 || (uint)minute > 59 || (uint)second > 59) return false;
        time = new DateTime(year, month, day, hour, minute, second);
        return true;
    }

    private static int Digits(string text, int from, int count)
    {
        var number = 0;
        for (var at = from; at < from + count; at++)
        {
            if (!char.IsAsciiDigit(text[at])) return -1;
            number = (number * 10) + (text[at] - '0');
        }

        return number;
    }

    // Java writes nanoseconds; a tick is the finest that can be kept.
    private static string Cut(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return text;
        var end = dot + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - dot <= 8 ? text : string.Concat(text.AsSpan(0, dot + 8), text.AsSpan(end));
    }
}
