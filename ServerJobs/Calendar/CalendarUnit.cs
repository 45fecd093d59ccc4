using System.Globalization;

namespace ServerJobs;

/// <summary>A unit of time with its Russian forms: for 1, for 2 to 4, for 5 and more, and the word "every" before one of it.</summary>
internal sealed record CalendarUnit(string English, string One, string Few, string Many, string Every)
{
    public static readonly CalendarUnit Day = new("day", "день", "дня", "дней", "каждый");
    public static readonly CalendarUnit Week = new("week", "неделю", "недели", "недель", "каждую");
    private static readonly CalendarUnit Hour = new("hour", "час", "часа", "часов", "каждый");
    private static readonly CalendarUnit Minute = new("minute", "минуту", "минуты", "минут", "каждую");
    private static readonly CalendarUnit Second = new("second", "секунду", "секунды", "секунд", "каждую");

    /// <summary>The largest unit that gives a whole number.</summary>
    public static (long Count, CalendarUnit Unit) Of(TimeSpan span)
    {
        var seconds = (long)span.TotalSeconds;
        if (seconds % 3600 == 0) return (seconds / 3600, Hour);
        return seconds % 60 == 0 ? (seconds / 60, Minute) : (seconds, Second);
    }

    public string Count(long count, bool russian) => string.Create(CultureInfo.InvariantCulture, $"{count} {(russian ? Form(count) : count == 1 ? English : English + "s")}");

    public string EachOf(long count, bool russian) => (count, russian) switch
    {
        (1, true) => $"{Every} {One}",
        (1, false) => $"every {English}",
        (_, true) => $"каждые {Count(count, russian)}",
        _ => $"every {Count(count, russian)}",
    };

    private string Form(long count) => (count % 100, count % 10) switch
    {
        (>= 11 and <= 14, _) => Many,
        (_, 1) => One,
        (_, >= 2 and <= 4) => Few,
        _ => Many,
    };
}
