namespace ServerJobs;

/// <summary>The time of the day in a calendar schedule: one row of the day. Zero means "not set" everywhere.</summary>
public sealed record CalendarRow
{
    /// <summary>Start of the day's window (ВремяНачала), from 00:00:00.</summary>
    public TimeSpan BeginTime { get; init; }

    /// <summary>Latest start in the window (ВремяКонца). Earlier than the start: the window goes over midnight.</summary>
    public TimeSpan EndTime { get; init; }

    /// <summary>No start at or after this time; a run still going is cancelled then (ВремяЗавершения). Earlier than the start: of the next day.</summary>
    public TimeSpan CompletionTime { get; init; }

    /// <summary>Longest run, whole seconds; then it is cancelled (ИнтервалЗавершения).</summary>
    public TimeSpan CompletionInterval { get; init; }

    /// <summary>Distance between starts, whole seconds (ПериодПовтораВТечениеДня); zero: one start a day.</summary>
    public TimeSpan RepeatPeriodInDay { get; init; }

    /// <summary>Least distance from the end of the run before, whole seconds (ПаузаПовтора).</summary>
    public TimeSpan RepeatPause { get; init; }
}
