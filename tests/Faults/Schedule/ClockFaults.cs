using Faults.Harness;

namespace Faults.Schedule;

/// <summary>The wall clock jumps while the monotonic clock stays real, and jumps back at the end.</summary>
internal static class ClockFaults
{
    public static IEnumerable<Fault> All =>
    [
        Jump("clock-back-1-hour", TimeSpan.FromHours(-1)),
        Jump("clock-forward-1-hour", TimeSpan.FromHours(1)),
        Jump("clock-back-10-years", TimeSpan.FromDays(-3652)),
    ];

    private static Fault Jump(string name, TimeSpan by) => new(name)
    {
        Setup = (trial, plan) =>
        {
            trial.Clock = new FakeClock(trial.Folder);
            return plan with { Variables = trial.Clock.Variables };
        },
        Begin = trial => MoveAsync(trial, by),
        End = trial => MoveAsync(trial, TimeSpan.Zero),
        AlsoDuring = true,
    };

    // The server's answers carry its wall clock: only when they have moved did the clock move.
    private static async Task MoveAsync(Trial trial, TimeSpan offset)
    {
        trial.Clock!.Move(offset);
        await Trial.UntilAsync($"a wall clock {offset} off", async () => Math.Abs((await trial.Server.Api.DateAsync() - TimeProvider.System.GetUtcNow() - offset).TotalSeconds) < 10);
    }
}
