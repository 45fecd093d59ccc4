using ServerJobs;

namespace Unit.Tests.ServerJobs.Calendar;

/// <summary>A schedule and a moment that nobody would think of; the same for the same seed.</summary>
internal sealed class RandomCalendar
{
    private readonly Random random;

    public RandomCalendar(int seed)
    {
        random = new Random(seed);
        Schedule = MakeSchedule();
        Now = new DateTime(2026, 1, 1).AddSeconds(random.Next(0, 40_000_000));
        LastStart = Sometimes(0.6) ? Now.AddSeconds(-random.Next(0, Sometimes(0.5) ? 7200 : 2_000_000)) : null;
        LastEnd = LastStart is { } start ? start.AddSeconds(random.Next(0, (int)(Now - start).TotalSeconds + 1)) : null;
    }

    public CalendarSchedule Schedule { get; }

    public DateTime Now { get; }

    public DateTime? LastStart { get; }

    public DateTime? LastEnd { get; }

    public DateTime? Next(int later = 0) => CalendarArithmetic.Next(Schedule, Now.AddSeconds(later), LastStart, LastEnd);

    private CalendarSchedule MakeSchedule()
    {
        var row = Row();
        return new CalendarSchedule
        {
            BeginDate = Sometimes(0.2) ? new DateOnly(2026, 1, 1).AddDays(random.Next(0, 900)) : null,
            EndDate = Sometimes(0.2) ? new DateOnly(2028, 6, 20).AddDays(random.Next(0, 900)) : null,
            BeginTime = row.BeginTime,
            EndTime = row.EndTime,
            CompletionTime = row.CompletionTime,
            CompletionInterval = row.CompletionInterval,
            RepeatPeriodInDay = row.RepeatPeriodInDay,
            RepeatPause = row.RepeatPause,
            DaysRepeatPeriod = Sometimes(0.6) ? 1 : random.Next(0, 12),
            WeeksPeriod = Sometimes(0.7) ? 1 : random.Next(0, 6),
            WeekDays = Sometimes(0.6) ? [] : Numbers(7),
            Months = Sometimes(0.6) ? [] : Numbers(12),
            DayInMonth = Sometimes(0.7) ? 0 : random.Next(-31, 32),
            WeekDayInMonth = Sometimes(0.8) ? 0 : random.Next(-5, 6),
            DetailedDailySchedules = Sometimes(0.7) ? [] : [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Row())],
        };
    }

    private CalendarRow Row() => new()
    {
        BeginTime = Time(0.7),
        EndTime = Time(0.5),
        CompletionTime = Time(0.2),
        CompletionInterval = TimeSpan.FromSeconds(random.Next(0, 4000)),
        RepeatPeriodInDay = TimeSpan.FromSeconds(Sometimes(0.5) ? 0 : random.Next(1, 86_400)),
        RepeatPause = TimeSpan.FromSeconds(Sometimes(0.7) ? 0 : random.Next(1, 200_000)),
    };

    private TimeSpan Time(double chance) => Sometimes(chance) ? TimeSpan.FromSeconds(random.Next(1, 86_400)) : default;

    private CalendarNumbers Numbers(int last) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(1, last + 1))];

    private bool Sometimes(double chance) => random.NextDouble() < chance;
}
