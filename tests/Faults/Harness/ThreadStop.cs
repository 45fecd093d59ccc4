using System.Runtime.InteropServices;

namespace Faults.Harness;

/// <summary>Stops one thread of another process, as a debugger does, while its other threads run on.</summary>
internal static class ThreadStop
{
    private const int Seize = 0x4206, Interrupt = 0x4207, Detach = 17, AnyThread = 0x40000000;

    /// <summary>Holds a thread for a while. The kernel lets only the thread that stopped it let it go, so it is all done on one.</summary>
    public static Task HoldAsync(int process, string name, TimeSpan time)
    {
        var thread = Find(process, name);
        return Task.Factory.StartNew(() => Hold(thread, time), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>The number of a process's thread; the kernel keeps 15 characters of its name.</summary>
    private static int Find(int process, string name)
    {
        var found = Directory.GetDirectories($"/proc/{process}/task").FirstOrDefault(task => File.ReadAllText(Path.Combine(task, "comm")).Trim() == name[..Math.Min(name.Length, 15)]);
        return found is null ? throw new InvalidOperationException($"Process {process} has no thread '{name}'.") : int.Parse(Path.GetFileName(found), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void Hold(int thread, TimeSpan time)
    {
        if (Trace(Seize, thread, 0, 0) != 0) throw new NotTriedException($"ptrace is not permitted here: error {Marshal.GetLastPInvokeError()}");
        if (Trace(Interrupt, thread, 0, 0) != 0) throw new InvalidOperationException($"The thread {thread} could not be stopped: error {Marshal.GetLastPInvokeError()}.");
        _ = Wait(thread, 0, AnyThread);
        Thread.Sleep(time);
        if (Trace(Detach, thread, 0, 0) != 0) throw new InvalidOperationException($"The thread {thread} could not be let go: error {Marshal.GetLastPInvokeError()}.");
    }

    [DllImport("libc", EntryPoint = "ptrace", SetLastError = true)]
    private static extern nint Trace(nint request, nint thread, nint address, nint value);

    [DllImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    private static extern int Wait(int thread, nint status, int options);
}
