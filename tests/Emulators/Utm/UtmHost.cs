using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Emulators.Utm;

/// <summary>One UTM at its port.</summary>
public sealed class UtmHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly UtmPipeline pipeline;
    private WebApplication? app;
    private int port;
    private int refusals;

    internal UtmHost(UtmEmulator emulator, string fsrarId, int port)
    {
        (Emulator, FsrarId, this.port) = (emulator, fsrarId, port);
        pipeline = new UtmPipeline(this);
    }

    /// <summary>Whose it is.</summary>
    public string FsrarId { get; }

    /// <summary>Its root; <c>_emulator</c> lies below it too.</summary>
    public Uri Address => new($"http://127.0.0.1:{port}/");

    /// <summary>Its port.</summary>
    public int Port => port;

    /// <summary>What it tells of itself.</summary>
    public UtmConditions Conditions { get; } = new();

    /// <summary>What is odd about the letters that it gets.</summary>
    public UtmTwists Twists => Emulator.World.Twists(FsrarId);

    /// <summary>Faults of calls to arm.</summary>
    public FaultList<Fault> Faults { get; } = new();

    /// <summary>What it shows in its out-box now.</summary>
    public IReadOnlyList<BoxEntry> OutBox => Emulator.World.OutBox(FsrarId);

    /// <summary>How often the port has refused connections for a time and listens again.</summary>
    public int Refusals => Volatile.Read(ref refusals);

    internal UtmEmulator Emulator { get; }

    internal UtmOrganisation Own => Emulator.World.Organisations.Find(FsrarId)!;

    /// <summary>From now on connections are refused; what it knows stays.</summary>
    public Task GoOfflineAsync() => StopAsync(new CancellationToken(canceled: true));

    /// <summary>Listens, at the same port as before.</summary>
    public async Task ComeOnlineAsync()
    {
        if (app is not null) return;
        var built = Build();
        await built.StartAsync();
        port = new Uri(built.Urls.First()).Port;
        app = built;
    }

    /// <summary>Its database is made anew: the boxes are empty, and numbers start again from 1.</summary>
    public void MakeDatabaseAnew() => Emulator.World.Once(() =>
    {
        Emulator.World.Organisations.Put(Own with { Epoch = Own.Epoch + 1, DatabaseCreated = Emulator.World.Now });
        return true;
    });

    /// <summary>Shows entries that were held back.</summary>
    /// <param name="kind">Which, such as <c>Ticket/Confirm</c>; a star at the end stands for anything.</param>
    /// <param name="count">How many at most, the oldest first.</param>
    /// <returns>How many there were.</returns>
    /// <remarks>New ones are still held until <see cref="UtmTwists.Hold"/> is changed.</remarks>
    public int Release(string kind = "*", int count = int.MaxValue) => Emulator.World.Once(() =>
    {
        var released = Emulator.World.Box.Of($"{FsrarId}:{Own.Epoch}").Where(one => one.Held && UtmTwists.Matches(kind, one.Kind)).Take(count).Select(one => one with { Held = false }).ToList();
        Emulator.World.Box.Put(released);
        return released.Count;
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await GoOfflineAsync();

    internal async Task RefuseForAsync(TimeSpan time)
    {
        // The answer to whoever asked for it may still be on its way.
        using var patience = new CancellationTokenSource(Patience);
        await StopAsync(patience.Token);
        await Task.Delay(time, Emulator.Options.Clock);
        await ComeOnlineAsync();
        Interlocked.Increment(ref refusals);
    }

    private async Task StopAsync(CancellationToken now)
    {
        if (Interlocked.Exchange(ref app, null) is not { } running) return;
        await running.StopAsync(now);
        await running.DisposeAsync();
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}").ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.AddServerHeader = false;
        });
        var built = builder.Build();
        built.Run(pipeline.HandleAsync);
        return built;
    }
}
