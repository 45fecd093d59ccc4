using System.Diagnostics;

namespace Faults.Harness;

/// <summary>The system's monotonic clock, in nanoseconds; the same for all processes of the machine.</summary>
internal static class Monotonic
{
    public static long Now => Stopwatch.GetTimestamp();

    public static long Of(TimeSpan span) => span.Ticks * 100;
}
