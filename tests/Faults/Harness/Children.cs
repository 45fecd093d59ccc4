using System.Collections.Concurrent;
using System.Diagnostics;

namespace Faults.Harness;

/// <summary>Starts processes that end with this program, also when it is told to stop in the middle.</summary>
internal static class Children
{
    private static readonly ConcurrentBag<Process> Started = [];

    static Children() => AppDomain.CurrentDomain.ProcessExit += (_, _) => EndAll();

    public static Process Start(ProcessStartInfo start)
    {
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        Started.Add(process);
        return process;
    }

    private static void EndAll()
    {
        foreach (var process in Started)
        {
            try
            {
                process.Kill(entireProcessTree: true);
            }
            catch (InvalidOperationException)
            {
                // It has ended and been put away before.
            }
        }
    }
}
