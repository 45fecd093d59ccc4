using System.Runtime.InteropServices;

namespace ServerJobs;

/// <summary>Has the kernel let a thread that wakes go before one that computes.</summary>
/// <remarks>
/// Linux from 6.12 on lets each thread ask for the length of its slice; one that asks for a short slice interrupts one with a longer. Otherwise a thread that wakes at its moment
/// waits until the other's slice is over, which is seen at a tick only: up to 10 ms. Older kernels and other systems take no notice.
/// </remarks>
internal static partial class ShortSlice
{
    private const ulong Nanoseconds = 100_000;

    [ThreadStatic]
    private static bool taken;

    /// <summary>Asks for the calling thread, once.</summary>
    public static void Take()
    {
        if (taken) return;
        taken = true;
        if (!OperatingSystem.IsLinux() || Numbers() is not var (read, write)) return;
        var policy = new Policy();
        if (Call(read, 0, ref policy, (nint)Marshal.SizeOf<Policy>(), 0) != 0) return;
        policy.Runtime = Nanoseconds;
        _ = Call(write, 0, ref policy, 0, 0);
    }

    // sched_getattr and sched_setattr, for which the C library has no names.
    private static (nint Read, nint Write)? Numbers() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => (315, 314),
        Architecture.Arm64 => (275, 274),
        _ => null,
    };

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint Call(nint number, nint thread, ref Policy policy, nint third, nint fourth);

    // The kernel's sched_attr in its first form.
    [StructLayout(LayoutKind.Sequential)]
    private struct Policy
    {
        public uint Size;
        public uint Kind;
        public ulong Flags;
        public int Nice;
        public uint Priority;
        public ulong Runtime;
        public ulong Deadline;
        public ulong Period;
    }
}
