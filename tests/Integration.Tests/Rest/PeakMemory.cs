using System.Globalization;

namespace Integration.Tests.Rest;

/// <summary>The most memory a process has had at once since the watch began, proc(5).</summary>
internal sealed class PeakMemory
{
    private readonly int process;
    private readonly long before;

    private PeakMemory(int process, long before)
    {
        this.process = process;
        this.before = before;
    }

    /// <summary>Starts the peak anew; null where the system cannot.</summary>
    public static async Task<PeakMemory?> WatchAsync(int process)
    {
        if (!OperatingSystem.IsLinux()) return null;
        await File.WriteAllTextAsync($"/proc/{process}/clear_refs", "5");
        return new PeakMemory(process, await ReadAsync(process, "VmRSS:"));
    }

    /// <summary>By how many bytes the peak is above the beginning.</summary>
    public async Task<long> GrowthAsync() => await ReadAsync(process, "VmHWM:") - before;

    private static async Task<long> ReadAsync(int process, string name)
    {
        var line = (await File.ReadAllLinesAsync($"/proc/{process}/status")).Single(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }
}
