using System.Runtime.InteropServices;

namespace ServerJobs;

/// <summary>Sleeps for less than a millisecond or two, which the runtime's own waits cannot.</summary>
internal static partial class FineSleep
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(2);

    /// <summary>Sleeps; a longer time is cut, because nothing wakes this sleep.</summary>
    public static void For(TimeSpan length)
    {
        if (length > Longest) length = Longest;
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
        {
            var time = new Time { Nanoseconds = (nint)length.TotalNanoseconds };
            _ = NanoSleep(in time, 0);
        }
        else
        {
            Thread.Sleep(1);
        }
    }

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    private static partial int NanoSleep(in Time time, nint rest);

    // The C library's timespec: two numbers as long as a pointer.
    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
