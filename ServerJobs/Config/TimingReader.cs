using System.Text.Json;

namespace ServerJobs;

/// <summary>Reads when a job starts and how its starts behave.</summary>
internal sealed class TimingReader(EntryFields fields, TimeZoneInfo? zone, Action<string, JsonElement?, string, string> report, Action<string, JsonElement?, string, string> warn)
{
    private const int MaxRetries = 1000, Day = 86_400, MaxDays = 30, MaxInterval = MaxDays * Day;
    private static readonly string[] KnownOfRetries = ["count", "interval", "delay"];

    /// <summary>The period or the calendar: exactly one of them.</summary>
    public JobTimetable? Timetable()
    {
        if (fields.Get("schedule") is not { } schedule) return fields.Period("period") is { } period ? JobTimetable.Every(period) : null;
        if (fields.Get("period") is not null)
        {
            fields.Report("schedule", "either period or schedule, not both", "либо period, либо schedule, но не оба");
            return null;
        }

        var calendar = Calendar(schedule);
        if (zone is not null) return calendar is null ? null : JobTimetable.By(calendar, zone);
        fields.Report("schedule", "a zone for it: write \"timeZone\" at the root of the file, such as \"Europe/Moscow\"", "часовой пояс для него: укажите \"timeZone\" в корне файла, например \"Europe/Moscow\"");
        return null;
    }

    public JobRetries? Retries()
    {
        if (fields.Get("retries") is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Object)
        {
            fields.Report("retries", "an object with count and interval", "объект с полями count и interval");
            return null;
        }

        var inner = new EntryFields(value, ".retries", KnownOfRetries, report);
        var count = inner.Number("count", 0, MaxRetries);
        var named = inner.OneOf("interval", "delay");
        var interval = named == "delay" ? inner.Length("delay", MaxDays)?.Value : inner.Seconds("interval", MaxInterval);
        return count is { } times && interval is { } wait ? new JobRetries(times, wait) : null;
    }

    public TimeSpan Jitter(JobTimetable? timetable)
    {
        if (fields.Get("jitter") is null || fields.Seconds("jitter", Day) is not { } jitter) return TimeSpan.Zero;
        if (timetable?.Period is { } period && jitter >= period.Value) fields.Report("jitter", $"less than the period of {period}", $"меньше периода {period}");
        var distances = timetable?.DistancesInDay.ToList() ?? [];
        if (distances.Count > 0 && jitter >= distances.Min()) fields.Report("jitter", $"less than repeatPeriodInDay, {distances.Min().TotalSeconds} seconds", $"меньше repeatPeriodInDay, {distances.Min().TotalSeconds} секунд");
        return jitter;
    }

    public TimeSpan CatchUp()
    {
        if (fields.Get("catchUp") is not { } value) return TimeSpan.Zero;
        if (value.ValueKind == JsonValueKind.String && value.GetString() is "0:00:00" or "00:00:00") return TimeSpan.Zero;
        if (fields.Get("schedule") is null) return fields.Period("catchUp")?.Value ?? TimeSpan.Zero;
        fields.Report("catchUp", "nothing: a calendar itself says how late a start may be", "ничего: поздний пуск определяет само расписание");
        return TimeSpan.Zero;
    }

    public JobOverlap? Overlap()
    {
        var value = fields.Get("overlap");
        if (value is null) return null;
        switch (value.Value.ValueKind == JsonValueKind.String ? value.Value.GetString() : null)
        {
            case "skip": return JobOverlap.Skip;
            case "queue": return JobOverlap.Queue;
            case "cancel": return JobOverlap.Cancel;
            default:
                fields.Report("overlap", "skip, queue or cancel", "skip, queue или cancel");
                return null;
        }
    }

    private CalendarSchedule? Calendar(JsonElement schedule)
    {
        var calendar = CalendarJson.Read(schedule, ".schedule", new CalendarReport(report));
        if (calendar is null) return null;
        foreach (var warning in CalendarWarnings.Of(calendar)) warn($".schedule.{warning.Property}", null, warning.Message, warning.MessageRu);
        return calendar;
    }
}
