using System.Diagnostics;

namespace Unit.Tests.ServerJobs;

/// <summary>Waits for something other threads bring about, with a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    public static async Task Become(Func<bool> condition, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            watch.Elapsed.Should().BeLessThan(Deadline, "{0} was awaited", what);
            await Task.Delay(5);
        }
    }
}
