using System.Globalization;
using System.Runtime.InteropServices;

namespace Server;

/// <summary>Has the runtime's threads that tell of arrived data wait for a free processor.</summary>
/// <remarks>
/// Such a thread only hands over what came. While every processor works, it would interrupt a thread of the pool for each answer and each request, and two changes of threads cost more
/// than what it hands over. As a batch thread (Linux, <c>SCHED_BATCH</c>) it interrupts nobody and then finds many at once; a free processor takes it at once, as before.
/// Other systems, and a runtime that calls these threads otherwise, take no notice.
/// </remarks>
internal static partial class SocketThreads
{
    /// <summary>The runtime's name of them.</summary>
    public const string Name = ".NET Sockets";

    private const int Batch = 3;

    /// <summary>Asks for all of them; they begin with the first socket, all at once.</summary>
    /// <returns>How many the kernel granted.</returns>
    public static int StepBack()
    {
        if (!OperatingSystem.IsLinux() || Number() is not { } number) return 0;
        var granted = 0;
        foreach (var folder in Threads())
        {
            var priority = 0;
            if (NameOf(folder) == Name && Call(number, nint.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture), Batch, ref priority) == 0) granted++;
        }

        return granted;
    }

    private static string[] Threads()
    {
        try
        {
            return Directory.GetDirectories("/proc/self/task");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // A thread may end while the list is read.
    private static string NameOf(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "comm")).TrimEnd('\n');
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    // sched_setscheduler, asked of the kernel: one C library refuses it without asking.
    private static nint? Number() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 144,
        Architecture.Arm64 => 119,
        _ => null,
    };

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint Call(nint number, nint thread, nint policy, ref int priority);
}
