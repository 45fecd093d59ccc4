using System.Globalization;

namespace Connectors.Sql;

/// <summary>Reads dates and times in PostgreSQL's ISO form; infinities, years before Christ and after 9999 are told, not bent.</summary>
internal static class PostgresTime
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFF"];

    public static DateTime Local(string text) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw UnreadableValueException.NotA("a date between the years 1 and 9999", text);

    public static DateTimeOffset Moment(string text)
    {
        var sign = text.Length > 19 ? text.AsSpan(19).IndexOfAny('+', '-') + 19 : -1;
        if (sign >= 19
            && DateTime.TryParseExact(text.AsSpan(0, sign), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            && TimeSpan.TryParseExact(text.AsSpan(sign + 1), [@"hh", @"hh\:mm", @"hh\:mm\:ss"], CultureInfo.InvariantCulture, out var offset))
        {
            if (text[sign] == '-') offset = -offset;
            var ticks = time.Ticks - offset.Ticks;
            if (ticks >= 0 && ticks <= DateTime.MaxValue.Ticks) return Moment(new DateTimeOffset(ticks, TimeSpan.Zero), offset);
        }

        throw UnreadableValueException.NotA("a moment between the years 1 and 9999", text);
    }

    // An offset with seconds, of times long past, is no offset here: the moment stays.
    private static DateTimeOffset Moment(DateTimeOffset utc, TimeSpan offset)
    {
        var local = utc.Ticks + offset.Ticks;
        return offset.Ticks % TimeSpan.TicksPerMinute == 0 && local >= 0 && local <= DateTime.MaxValue.Ticks ? utc.ToOffset(offset) : utc;
    }
}
