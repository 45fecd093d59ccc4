using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Emulators.ChestnyZnak;

/// <summary>
/// The marking system on a real port: True API, the order station, the permissive mode, the local module and the vendor's local service.
/// It is as strict as the manuals allow, keeps what it told in a file, and counts what a caller must not do twice.
/// </summary>
public sealed class ChestnyZnakEmulator : IAsyncDisposable
{
    private readonly ChestnyZnakPipeline pipeline;
    private WebApplication app;
    private int port;
    private int refusals;

    private ChestnyZnakEmulator(ChestnyZnakOptions options)
    {
        Options = options;
        World = new World(options);
        Seed = new Seed(World);
        Judge = new Judge(World);
        pipeline = new ChestnyZnakPipeline(this);
        port = options.Port;
        app = Build();
    }

    /// <summary>Its root; the services lie below it, and <c>_emulator</c>.</summary>
    public Uri Address => new($"http://127.0.0.1:{port}/");

    /// <summary>The root of True API; a method is <c>api/v3/true-api/…</c> or <c>api/v4/true-api/…</c> below it.</summary>
    public Uri TrueApi => new(Address, "true-api/");

    /// <summary>The root of the order station; a method is <c>api/v3/…</c> below it.</summary>
    public Uri Suz => new(Address, "suz/");

    /// <summary>The root of the permissive mode, which gives the list of hosts.</summary>
    public Uri Cdn => new(Address, "cdn/");

    /// <summary>The local module; a method is <c>api/v1/…</c> or <c>api/v2/…</c> below it.</summary>
    public Uri LocalModule => new(Address, "lm/");

    /// <summary>The vendor's local service; its check is <c>api/v{1|2|3}/codes/check</c> below it.</summary>
    public Uri Piot => new(Address, "piot/");

    /// <summary>The information port of the vendor's local service.</summary>
    public Uri PiotInformation => new(Address, "piot-info/");

    /// <summary>How it behaves.</summary>
    public ChestnyZnakOptions Options { get; }

    /// <summary>Everything it knows.</summary>
    public World World { get; }

    /// <summary>Fills it.</summary>
    public Seed Seed { get; }

    /// <summary>Every signature that callers sent, in base64.</summary>
    public IReadOnlyList<string> Signatures => pipeline.Signatures;

    /// <summary>Tells what callers did.</summary>
    public Judge Judge { get; }

    /// <summary>Faults to arm.</summary>
    public FaultList<Fault> Faults { get; } = new();

    /// <summary>How often the port has refused connections for a time and listens again.</summary>
    public int Refusals => Volatile.Read(ref refusals);

    /// <summary>Starts it.</summary>
    /// <param name="options">How it behaves; the defaults are strict and without delays.</param>
    /// <param name="faults">Faults that are armed from the start.</param>
    /// <returns>The running system.</returns>
    public static async Task<ChestnyZnakEmulator> StartAsync(ChestnyZnakOptions? options = null, params Fault[] faults)
    {
        var started = new ChestnyZnakEmulator(options ?? new ChestnyZnakOptions());
        started.Faults.Add(faults);
        await started.ListenAsync();
        return started;
    }

    /// <summary>From now on connections are refused; what it knows stays.</summary>
    public async Task RefuseConnectionsAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    /// <summary>Listens again, at the same port.</summary>
    public Task ListenAgainAsync()
    {
        app = Build();
        return ListenAsync();
    }

    /// <summary>Waits until the process is told to end.</summary>
    /// <remarks>The application ends and begins again when the port refuses connections for a time; that is not the end.</remarks>
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

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await RefuseConnectionsAsync();
        World.Dispose();
    }

    internal async Task RefuseForAsync(TimeSpan time)
    {
        await RefuseConnectionsAsync();
        await Task.Delay(time, Options.Clock);
        await ListenAgainAsync();
        Interlocked.Increment(ref refusals);
    }

    private async Task ListenAsync()
    {
        await app.StartAsync();
        port = new Uri(app.Urls.First()).Port;
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
