using System.Globalization;
using System.Text.Json.Nodes;
using Faults.Harness;
using Faults.Judge;

namespace Faults.Schedule;

/// <summary>Both changes of the clocks in Europe/Berlin, and in a zone whose change is half an hour. The periods must not notice; the calendars must fire once what is once, and repeat what repeats.</summary>
internal static class DaylightFaults
{
    private const string Once = "once-at-the-change", Later = "once-afterwards", Repeating = "every-two-seconds";
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(6), Behind = TimeSpan.FromSeconds(6), Steady = TimeSpan.FromMinutes(10), Two = TimeSpan.FromSeconds(2);

    public static IEnumerable<Fault> All =>
    [
        Of("spring-berlin", new("Europe/Berlin", Moment("2027-03-28T01:00:00Z"), TimeSpan.FromHours(2), TimeSpan.FromHours(1))),
        Of("autumn-berlin", new("Europe/Berlin", Moment("2027-10-31T01:00:00Z"), TimeSpan.FromHours(3), TimeSpan.FromHours(-1))),
        Of("spring-half-hour-zone", new(HalfHourZone.Name, Moment("2027-04-03T23:00:00Z"), TimeSpan.FromHours(2), TimeSpan.FromMinutes(30))),
        Of("autumn-half-hour-zone", new(HalfHourZone.Name, Moment("2027-10-02T22:30:00Z"), TimeSpan.FromHours(2), TimeSpan.FromMinutes(-30))),
    ];

    private static Fault Of(string name, DaylightChange change) => new(name)
    {
        Setup = (trial, plan) => SetUp(trial, plan, change),
        // The clock is brought to the change only when everything fires: how long a start takes is not known.
        Begin = trial => MoveToAsync(trial, change.At - Ahead),
        Lasts = Ahead + Behind,
        End = trial => change.Forward ? Task.CompletedTask : RepeatedAsync(trial, change),
        Check = trial => Judge(trial, change),
        AlsoDuring = true,
    };

    private static ServerPlan SetUp(Trial trial, ServerPlan plan, DaylightChange change)
    {
        trial.Clock = new FakeClock(trial.Folder, OffsetTo(change.At - Steady));
        var variables = trial.Clock.Variables;
        variables["TZ"] = change.Zone;
        if (change.Zone == HalfHourZone.Name) variables["TZDIR"] = HalfHourZone.Compile(trial.Folder);
        var file = new JsonObject
        {
            ["timeZone"] = change.Zone,
            ["jobs"] = new JsonArray(
            [
                .. Jobs.Of(Fault.UsualJobs),
                Calendar(Repeating, new() { ["daysRepeatPeriod"] = 1, ["repeatPeriodInDay"] = 2 }),
                // In spring a time that the clock leaves out; in autumn one that it shows twice.
                Calendar(Once, Daily(change.LocalBefore + (change.Forward ? Two : -Two))),
                Calendar(Later, Daily(change.LocalBefore + (change.Forward ? change.By : TimeSpan.Zero) + Two)),
            ]),
        };
        return plan with { Jobs = file.ToJsonString(), Variables = variables };
    }

    private static JsonObject Daily(TimeSpan begin) => new() { ["daysRepeatPeriod"] = 1, ["beginTime"] = begin.ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture) };

    private static JsonObject Calendar(string id, JsonObject schedule) => new() { ["id"] = id, ["call"] = $"Ticks:{id}", ["schedule"] = schedule };

    // Nobody waits for the whole hour that is shown twice: its last seconds are enough to see whether anything starts in it, and whether all goes on after it.
    private static async Task RepeatedAsync(Trial trial, DaylightChange change)
    {
        await MoveToAsync(trial, change.Over - Ahead);
        await Task.Delay(Ahead + Behind);
    }

    private static async Task MoveToAsync(Trial trial, DateTimeOffset moment)
    {
        trial.Clock!.Move(OffsetTo(moment));
        await Trial.UntilAsync($"the wall clock {moment:O}", async () => Math.Abs((await trial.Server.Api.DateAsync() - moment).TotalSeconds) < 60, 5);
    }

    private static Task Judge(Trial trial, DaylightChange change)
    {
        var judge = new CalendarJudge(trial.Ticks);
        judge.Once(Once, change.Forward ? change.At : change.At - Two);
        judge.Once(Later, change.Over + Two);
        judge.Regular(Repeating, change.At - Two, change.At + (change.Forward ? Behind : TimeSpan.FromSeconds(1)), Two);
        // A second for a start that was due just before.
        judge.Silent(Repeating, change.At + TimeSpan.FromSeconds(1), change.Over);
        judge.Returns(Repeating, change.Over, Two);
        judge.Regular(Repeating, change.Over, change.Over + Behind, Two);
        return judge.Failures.Count == 0 ? Task.CompletedTask : throw new TrialException(string.Join("; ", judge.Failures));
    }

    private static TimeSpan OffsetTo(DateTimeOffset moment) => moment - TimeProvider.System.GetUtcNow();

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
