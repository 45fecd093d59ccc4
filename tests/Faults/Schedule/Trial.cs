using Faults.Harness;
using Faults.Judge;

namespace Faults.Schedule;

/// <summary>One trial of a fault: its folder, its server, and what its firings left.</summary>
internal sealed class Trial(Fault fault, string folder, bool full)
{
    public Fault Fault { get; } = fault;

    public string Folder { get; } = folder;

    /// <summary>Faults that last in the short form last three times as long in the full one.</summary>
    public TimeSpan Lasts => full ? Fault.Lasts * 3 : Fault.Lasts;

    public ServerPlan Plan { get; set; } = null!;

    public Server Server { get; set; } = null!;

    /// <summary>The clock of the server, when it is not the machine's.</summary>
    public FakeClock? Clock { get; set; }

    /// <summary>What the fault has to put away at its end.</summary>
    public IDisposable? Held { get; set; }

    /// <summary>A thread of the server that is held, until it is let go.</summary>
    public Task? Holding { get; set; }

    public long Began { get; set; }

    public long Ended { get; set; }

    public IReadOnlyList<Tick> Ticks => TickFile.Read(Plan.Ticks);

    /// <summary>How often something told of itself since a moment.</summary>
    public int Count(string who, long since = 0) => Ticks.Count(tick => tick.Who == who && tick.At >= since);

    /// <summary>Waits until something has become true; says what it was when it does not.</summary>
    public static async Task UntilAsync(string what, Func<Task<bool>> good, double seconds = 20)
    {
        var deadline = Monotonic.Now + Monotonic.Of(TimeSpan.FromSeconds(seconds));
        while (!await good())
        {
            if (Monotonic.Now > deadline) throw new TrialException($"{what} did not come within {seconds} s");
            await Task.Delay(50);
        }
    }
}
