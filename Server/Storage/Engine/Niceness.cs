using System.Runtime.InteropServices;

namespace Server.Storage;

/// <summary>Lets a thread give way to all others of the server.</summary>
internal static partial class Niceness
{
    // The runtime's own thread priorities change nothing on Linux. Ten leaves the thread about a tenth of a processor that is wanted by others all the time.
    private const int GivesWay = 10;
    private const int OfThread = 0;

    /// <summary>Has the calling thread give way, where the system lets a single thread do so. It cannot be taken back without rights.</summary>
    public static void GiveWay()
    {
        if (OperatingSystem.IsLinux()) _ = SetPriority(OfThread, 0, GivesWay);
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int priority);
}
