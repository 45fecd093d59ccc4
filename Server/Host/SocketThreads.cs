using System.Globalization;
using System.Runtime.InteropServices;

namespace Server;

/// <summary>Has the runtime's threads that tell of arrived data interrupt nobody.</summary>
/// <remarks>
/// Such a thread only hands over what came. While every processor works, it would interrupt a thread of the pool for each answer and each request, and two changes of threads cost more
/// than what it hands over. As a batch thread (Linux, <c>SCHED_BATCH</c>) it waits for its turn and then finds many at once; a free processor takes it at once, as before.
/// A thread begins as the one that made it is, and a thread of the pool may be made by one of these: it is put back when it is seen.
/// Where the process does not run under the usual policy, on other systems, and under a runtime that names these threads differently, nothing is changed.
/// </remarks>
internal sealed partial class SocketThreads
{
    /// <summary>The runtime's name of them.</summary>
    public const string Name = ".NET Sockets";

    private const int Usual = 0, Batch = 3;
    private readonly HashSet<int> known = [];

    // All of them begin together, some perhaps while the others are found.
    private int searches = 2;
    private readonly (nint Get, nint Set)? calls;

    public SocketThreads()
    {
        if (!OperatingSystem.IsLinux()) return;
        calls = Numbers();

        // The first thread of a process has the number of the process; others may have begun as somebody else is.
        if (PolicyOf(Environment.ProcessId) != Usual) calls = null;
    }

    /// <summary>Looks at all threads: those for sockets become batch threads, others that began as such are put back. To be called again and again, by one thread.</summary>
    /// <returns>How many threads for sockets are batch threads by now.</returns>
    public int Tend()
    {
        if (calls is null) return 0;
        foreach (var thread in Threads())
        {
            var policy = PolicyOf(thread);
            if (policy == Usual && searches > 0 && NameOf(thread) == Name && Become(thread, Batch)) known.Add(thread);
            else if (policy == Batch && !known.Contains(thread) && NameOf(thread) != Name) Become(thread, Usual);
        }

        if (known.Count > 0) searches--;
        return known.Count;
    }

    private static List<int> Threads()
    {
        try
        {
            return [.. Directory.EnumerateDirectories("/proc/self/task").Select(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // A thread may end while the list is read.
    private static string NameOf(int thread)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/self/task/{thread}/comm")).TrimEnd('\n');
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private nint PolicyOf(int thread)
    {
        var none = 0;
        return Ask(calls?.Get, thread, 0, ref none);
    }

    private bool Become(int thread, int policy)
    {
        var priority = 0;
        return Ask(calls?.Set, thread, policy, ref priority) == 0;
    }

    private static nint Ask(nint? number, int thread, int policy, ref int priority)
    {
        try
        {
            return number is { } known ? Call(known, thread, policy, ref priority) : -1;
        }
        catch (Exception lacking) when (lacking is DllNotFoundException or EntryPointNotFoundException)
        {
            return -1;
        }
    }

    // sched_getscheduler and sched_setscheduler, asked of the kernel: musl refuses the second without asking.
    private static (nint Get, nint Set)? Numbers() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => (145, 144),
        Architecture.Arm64 => (120, 119),
        _ => null,
    };

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint Call(nint number, nint thread, nint policy, ref int priority);
}
