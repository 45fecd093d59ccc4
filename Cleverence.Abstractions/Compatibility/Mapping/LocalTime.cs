using System.Globalization;

namespace Cleverence.Connectivity.Classic;

/// <summary>Moments as classic code knows them: local times. A text with an offset is a moment too.</summary>
internal static class LocalTime
{
    public static DateTime? From(object value) => value switch
    {
        DateTime { Kind: DateTimeKind.Utc } time => time.ToLocalTime(),
        DateTime time => time,
        DateTimeOffset moment => moment.LocalDateTime,
        string text when ConnectorValues.TryConvert(text, typeof(DateTimeOffset), out var moment) => ((DateTimeOffset)moment!).LocalDateTime,
        string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => time,
        _ => null,
    };

    /// <summary>A time with a zone becomes a moment with its offset; a time without one stays as it is.</summary>
    public static object ToContract(DateTime time)
    {
        if (time.Kind == DateTimeKind.Unspecified) return time;
        // Near the ends of the calendar an offset would lead outside of it.
        var edge = time.Ticks < TimeSpan.TicksPerDay || time.Ticks > DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay;
        return edge ? (object)DateTime.SpecifyKind(time, DateTimeKind.Unspecified) : new DateTimeOffset(time);
    }
}
