namespace Faults.Judge;

/// <summary>The grid of a period as it shows in undisturbed firings: each is a little late, none is early.</summary>
internal readonly record struct JobGrid(long Anchor, long Period)
{
    // A firing so little earlier than the earliest lateness seen still belongs to its own moment.
    private const long Slack = 20_000_000;

    /// <summary>Finds the grid on which the firings are late the least in sum, so that single late ones do not matter.</summary>
    public static JobGrid Of(IReadOnlyList<long> steady, long period)
    {
        var best = steady.MinBy(candidate => steady.Sum(at => Modulo(at - candidate, period)));
        return new JobGrid(best - Slack, period);
    }

    /// <summary>The number of the moment a time belongs to.</summary>
    public long MomentOf(long at) => Math.DivRem(at - Anchor - Modulo(at - Anchor, Period), Period).Quotient;

    private static long Modulo(long value, long period) => ((value % period) + period) % period;
}
