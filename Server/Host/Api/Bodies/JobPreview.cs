using System.ComponentModel;
using ServerJobs;

namespace Server.Api;

/// <summary>The next starts of a timetable.</summary>
internal sealed record JobPreview(
    [property: Description("The timetable in one line.")] string Text,
    [property: Description("The zone of its local times; null for a period.")] string? TimeZone,
    [property: Description("The starts, none of them late; fewer than asked for when there are no more.")] IReadOnlyList<DateTimeOffset> Starts,
    [property: Description("What is allowed and probably not meant.")] IReadOnlyList<string> Warnings)
{
    /// <param name="timetable">When the job starts.</param>
    /// <param name="from">From when to look: of a period its next start.</param>
    /// <param name="count">How many starts.</param>
    /// <param name="runTime">How long a run takes.</param>
    /// <param name="last">The start and the end of the last run by the schedule, where there was one.</param>
    /// <param name="language">The language of the texts.</param>
    public static JobPreview Of(JobTimetableText timetable, DateTimeOffset from, int count, TimeSpan runTime, (DateTimeOffset? Start, DateTimeOffset? End) last, string? language)
    {
        var russian = language == "ru";
        if (timetable.Period is { } period)
        {
            return new(russian ? $"каждые {period}" : $"every {period}", null, [.. Enumerable.Range(0, count).Select(at => from + (at * period.Value))], []);
        }

        var schedule = timetable.Schedule!;
        return new(
            russian ? CalendarText.DescribeRu(schedule) : CalendarText.Describe(schedule),
            timetable.Zone!.Id,
            new CalendarClock(timetable.Zone).Preview(schedule, from, count, runTime, last.Start, last.End),
            [.. CalendarWarnings.Of(schedule).Select(warning => russian ? warning.MessageRu : warning.Message)]);
    }
}
