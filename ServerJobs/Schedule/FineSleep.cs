using System.Runtime.InteropServices;

namespace ServerJobs;

/// <summary>Sleeps for about a millisecond, which the runtime's own waits cannot.</summary>
internal static partial class FineSleep
{
    /// <summary>The longest sleep: nothing wakes it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(2.5);

    /// <summary>By how much a wait of the runtime has to be shorter, so that its own lateness is slept off here.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromMilliseconds(0.3);

    // What the kernel's wake takes is waited for awake.
    private static readonly TimeSpan Awake = TimeSpan.FromMilliseconds(0.03);
    private const int SetTimerSlack = 29;

    /// <summary>Has the kernel wake this thread when it asked to be woken, and not when it suits several timers.</summary>
    public static void Sharpen()
    {
        if (OperatingSystem.IsLinux()) _ = Control(SetTimerSlack, 1, 0, 0, 0);
    }

    /// <summary>Sleeps.</summary>
    public static void For(TimeSpan length)
    {
        var start = TimeProvider.System.GetTimestamp();
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
        {
            var time = new Time { Nanoseconds = (nint)(length - Awake).TotalNanoseconds };
            if (time.Nanoseconds > 0) _ = NanoSleep(in time, 0);
            while (TimeProvider.System.GetElapsedTime(start) < length)
            {
                // A thread that yielded here would give another one a whole slice.
            }

            return;
        }

        // Where there is no fine sleep the processor is given to whoever wants it.
        while (TimeProvider.System.GetElapsedTime(start) < length) Thread.Yield();
    }

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    private static partial int NanoSleep(in Time time, nint rest);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int Control(int option, nuint value, nuint third, nuint fourth, nuint fifth);

    // The C library's timespec: two numbers as long as a pointer.
    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
