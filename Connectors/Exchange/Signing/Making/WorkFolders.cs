using Microsoft.Extensions.Logging;

namespace Connectors.Exchange;

/// <summary>Private folders of signing commands: nobody but the server's own user looks in, and none outlives its command. What a killed server left is removed later.</summary>
internal sealed class WorkFolders(string? root, TimeProvider time, ILogger log)
{
    private const string Prefix = "connectors-sign-";

    // Longer than the longest limit of a command: another server's folder in use is never taken for one that was left.
    private static readonly TimeSpan Left = TimeSpan.FromHours(1);
    private int swept;

    private string Root => root ?? Path.GetTempPath();

    public WorkFolder Make()
    {
        Directory.CreateDirectory(Root);
        if (Interlocked.Exchange(ref swept, 1) == 0) Sweep();
        var path = Path.Combine(Root, $"{Prefix}{Guid.NewGuid():N}");
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new WorkFolder(path, log);
    }

    private void Sweep()
    {
        foreach (var folder in Directory.EnumerateDirectories(Root, $"{Prefix}*"))
        {
            if (time.GetUtcNow().UtcDateTime - Directory.GetLastWriteTimeUtc(folder) > Left) new WorkFolder(folder, log).Dispose();
        }
    }
}
