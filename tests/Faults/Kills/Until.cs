using System.Diagnostics;

namespace Faults.Kills;

/// <summary>Waits by looking.</summary>
internal static class Until
{
    /// <summary>Looks every so often until it is so, or the time is over.</summary>
    /// <returns>Whether it is so.</returns>
    public static async Task<bool> TrueAsync(Func<Task<bool>> look, TimeSpan limit, int everyMilliseconds = 2)
    {
        var since = Stopwatch.StartNew();
        while (!await look())
        {
            if (since.Elapsed > limit) return false;
            await Task.Delay(everyMilliseconds);
        }

        return true;
    }
}
