using System.Globalization;

namespace Faults.Harness;

/// <summary>A wall clock that can be moved while a process runs; its monotonic clock stays real.</summary>
internal sealed class FakeClock
{
    // The folder carries the name of the processor.
    private static readonly string? Library = Directory.Exists("/usr/lib") ? Directory.GetDirectories("/usr/lib").Select(folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1")).FirstOrDefault(File.Exists) : null;
    private readonly string file;

    public FakeClock(string folder, TimeSpan offset = default)
    {
        if (Library is null) throw new NotTriedException("libfaketime is not installed (Debian package libfaketime)");
        file = Path.Combine(folder, "clock");
        Move(offset);
    }

    /// <summary>How far the clock is from the real one.</summary>
    public TimeSpan Offset { get; private set; }

    public Dictionary<string, string> Variables => new()
    {
        ["LD_PRELOAD"] = Library!,
        ["FAKETIME_TIMESTAMP_FILE"] = file,
        ["FAKETIME_CACHE_DURATION"] = "1",
        ["FAKETIME_DISABLE_SHM"] = "1",
        ["DONT_FAKE_MONOTONIC"] = "1",
    };

    public void Move(TimeSpan offset)
    {
        Offset = offset;
        File.WriteAllText(file + ".new", ((long)offset.TotalSeconds).ToString("+0;-0;+0", CultureInfo.InvariantCulture) + "\n");
        File.Move(file + ".new", file, overwrite: true);
    }
}
