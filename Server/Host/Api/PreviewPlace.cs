using ServerJobs;

namespace Server.Api;

/// <summary>From where the next starts of a job are looked for.</summary>
internal static class PreviewPlace
{
    /// <summary>The moment to look from, and the last run by the schedule where the rules need it.</summary>
    public static (DateTimeOffset From, (DateTimeOffset? Start, DateTimeOffset? End) Last) Of(JobSummary? job, JobPeriod? period, DateTimeOffset now)
    {
        // The scheduler knows the next start best; but while a repeat waits, that is the repeat and no start of the timetable.
        if (job is { NextStartAt: { } next, Status: not JobStatus.ExecutionError }) return (next, default);
        var last = job?.LastRun is { Trigger: not JobTrigger.Manual } run ? run : null;
        if (period is not { } length) return (now, (last?.StartedAt, last?.EndedAt));
        return last?.PlannedAt is { } planned && planned < now ? (planned + (length.Value * Math.Ceiling((now - planned) / length.Value)), default) : (now, default);
    }
}
