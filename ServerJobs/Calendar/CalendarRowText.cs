namespace ServerJobs;

/// <summary>Says what one row of the day means.</summary>
internal static class CalendarRowText
{
    public static string Of(CalendarRow row, bool russian) => string.Join("; ", Parts(row, russian).Where(part => part.Length > 0));

    private static IEnumerable<string> Parts(CalendarRow row, bool russian)
    {
        yield return Window(row, russian);
        yield return row.RepeatPeriodInDay == TimeSpan.Zero ? (russian ? "один раз в день" : "once a day") : Each(row.RepeatPeriodInDay, russian);
        if (row.RepeatPause > TimeSpan.Zero) yield return $"{(russian ? "с паузой в" : "pausing")} {Length(row.RepeatPause, russian)}";
        if (row.CompletionTime > TimeSpan.Zero) yield return Completion(row, russian);
        if (row.CompletionInterval > TimeSpan.Zero) yield return $"{(russian ? "не дольше, чем" : "for at most")} {Length(row.CompletionInterval, russian)}";
    }

    private static string Window(CalendarRow row, bool russian)
    {
        var (from, to) = russian ? ("с", "до") : ("from", "to");
        var begin = $"{from} {CalendarText.Time(row.BeginTime)}";
        if (row.EndTime > TimeSpan.Zero) return $"{begin} {to} {CalendarText.Time(row.EndTime)}";
        return row.BeginTime > TimeSpan.Zero ? begin : "";
    }

    private static string Completion(CalendarRow row, bool russian)
    {
        var nextDay = row.CompletionTime < row.BeginTime ? (russian ? " следующего дня" : " of the next day") : "";
        return $"{(russian ? "завершить в" : "ended at")} {CalendarText.Time(row.CompletionTime)}{nextDay}";
    }

    private static string Each(TimeSpan span, bool russian)
    {
        var (count, unit) = CalendarUnit.Of(span);
        return unit.EachOf(count, russian);
    }

    private static string Length(TimeSpan span, bool russian)
    {
        var (count, unit) = CalendarUnit.Of(span);
        return unit.Count(count, russian);
    }
}
