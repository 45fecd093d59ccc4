using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.OData;

/// <summary>The resident memory of a process and its peak. Linux keeps the peak itself; elsewhere it is looked for every few milliseconds.</summary>
internal sealed class ProcessMemory : IDisposable
{
    private readonly Process process;
    private readonly CancellationTokenSource stop = new();
    private readonly Task watching;
    private long peak;

    private ProcessMemory(int id)
    {
        process = Process.GetProcessById(id);
        Before = Now();
        peak = Before;
        if (OperatingSystem.IsLinux()) File.WriteAllText($"/proc/{id}/clear_refs", "5");
        watching = WatchAsync();
    }

    /// <summary>What it held when the watch began.</summary>
    public long Before { get; }

    public static ProcessMemory Watch(int id) => new(id);

    /// <summary>The most it held since.</summary>
    public async Task<long> PeakAsync()
    {
        await stop.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return Math.Max(peak, OperatingSystem.IsLinux() ? Linux("VmHWM:") : 0);
    }

    public void Dispose()
    {
        stop.Dispose();
        process.Dispose();
    }

    private async Task WatchAsync()
    {
        while (true)
        {
            await Task.Delay(5, stop.Token);
            peak = Math.Max(peak, Now());
        }
    }

    private long Now()
    {
        if (OperatingSystem.IsLinux()) return Linux("VmRSS:");
        process.Refresh();
        return process.WorkingSet64;
    }

    private long Linux(string name)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(one => one.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }
}
