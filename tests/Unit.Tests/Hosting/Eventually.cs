using System.Diagnostics;

namespace Unit.Tests.Hosting;

/// <summary>Waits for something by looking again and again until a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task BeTrueAsync(Func<bool> condition, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!condition())
        {
            if (waited.Elapsed > Patience) Assert.Fail($"Not within {Patience}: {what}.");
            await Task.Delay(10);
        }
    }

    /// <summary>Waits until the object behind the reference was collected.</summary>
    public static Task BeGoneAsync(WeakReference reference, string what) => BeTrueAsync(
        () =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return !reference.IsAlive;
        },
        $"{what} is gone from memory");
}
