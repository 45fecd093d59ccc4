using System.Diagnostics;
using Faults.Harness;

namespace Faults.Kills;

/// <summary>An emulated system as a process of its own that keeps its state in a file.</summary>
/// <param name="folder">Where its state and logs lie.</param>
/// <param name="name">Its name in the files.</param>
/// <param name="ready">What it writes when it can be asked.</param>
internal sealed class EmulatedSystem(string folder, string name, string ready) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private Process? process;
    private int lives;

    public string StateFile => Path.Combine(folder, name);

    /// <summary>What it has written since it was started last.</summary>
    public string Written => File.Exists(Log) ? File.ReadAllText(Log) : "";

    private string Log => Path.Combine(folder, $"{name}-log.{lives}");

    /// <summary>Starts it with its state, if there is one.</summary>
    public async Task StartAsync(params IReadOnlyList<string> command)
    {
        lives++;
        process = Children.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" > \"$0\" 2>&1", Log, "dotnet", Built.Emulators, .. command, "--state", StateFile]));
        var since = Stopwatch.StartNew();
        while (!Written.Contains(ready, StringComparison.Ordinal))
        {
            if (process.HasExited || since.Elapsed > Patience) throw new InvalidOperationException($"The emulated system did not start:\n{Written}");
            await Task.Delay(20);
        }
    }

    /// <summary>Kills it, as a power cut does.</summary>
    public async Task KillAsync()
    {
        if (process is null) return;
        Signals.Send(process.Id, Signals.Kill);
        await process.WaitForExitAsync().WaitAsync(Patience);
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await KillAsync();
        process?.Dispose();
    }
}
