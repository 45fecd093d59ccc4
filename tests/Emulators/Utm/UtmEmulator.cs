using System.Runtime.InteropServices;

namespace Emulators.Utm;

/// <summary>
/// UTMs on real ports and the registry behind them. They are as strict as the format's description, keep what they took and told in a file,
/// and tell what a caller did that it must not do.
/// </summary>
public sealed class UtmEmulator : IAsyncDisposable
{
    private UtmEmulator(UtmOptions options)
    {
        Options = options;
        World = new UtmWorld(options);
        Seed = new UtmSeed(World);
        Judge = new UtmJudge(World);
        Hosts = [.. options.Utms.Select(one => new UtmHost(this, one.FsrarId, one.Port))];
    }

    /// <summary>The UTMs.</summary>
    public IReadOnlyList<UtmHost> Hosts { get; }

    /// <summary>How they behave.</summary>
    public UtmOptions Options { get; }

    /// <summary>Everything the registry and its UTMs know.</summary>
    public UtmWorld World { get; }

    /// <summary>Fills it.</summary>
    public UtmSeed Seed { get; }

    /// <summary>Tells what callers did.</summary>
    public UtmJudge Judge { get; }

    /// <summary>The UTM of a place.</summary>
    /// <param name="fsrarId">Whose.</param>
    public UtmHost this[string fsrarId] => Hosts.First(one => one.FsrarId == fsrarId);

    /// <summary>Starts them.</summary>
    /// <param name="options">How they behave; the defaults are strict and without delays.</param>
    /// <returns>The running UTMs.</returns>
    public static async Task<UtmEmulator> StartAsync(UtmOptions? options = null)
    {
        var started = new UtmEmulator(options ?? new UtmOptions());
        foreach (var host in started.Hosts)
        {
            if (started.World.Organisations.Find(host.FsrarId) is null) started.Seed.Organisation(host.FsrarId);
        }

        foreach (var host in started.Hosts) await host.ComeOnlineAsync();
        return started;
    }

    /// <summary>Waits until the process is told to end.</summary>
    public static async Task WaitAsync()
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        await told.Task;
        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            told.TrySetResult();
        }
    }

    /// <summary>The registry does what is due; without it, that happens at the next request.</summary>
    public void Advance() => World.Once(() => true);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var host in Hosts) await host.DisposeAsync();
        World.Dispose();
    }
}
