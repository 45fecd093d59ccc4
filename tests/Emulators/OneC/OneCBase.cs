using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Emulators.OneC;

/// <summary>
/// A published 1C base on a real port: HTTP services, web services and OData, with users, sessions and licences.
/// It is stricter than the platform where the platform forgives, so that a caller's mistake is seen.
/// </summary>
public sealed class OneCBase : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly OneCPipeline pipeline;

    private OneCBase(OneCOptions options)
    {
        Options = options;
        Functions = new OneCFunctions(this);
        Data = new ODataStore(options);
        pipeline = new OneCPipeline(this);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{options.Port}").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        app = builder.Build();
        app.Run(pipeline.HandleAsync);
    }

    /// <summary>The address of the publication, such as <c>http://127.0.0.1:41234/trade</c>.</summary>
    public Uri Address => new($"{app.Urls.First()}/{Options.BaseName}");

    /// <summary>How the base behaves.</summary>
    public OneCOptions Options { get; }

    /// <summary>Counts of sessions.</summary>
    public OneCSessions Sessions { get; } = new();

    /// <summary>Faults to switch on.</summary>
    public OneCFaults Faults { get; } = new();

    /// <summary>The requests that came.</summary>
    public OneCRequests Requests { get; } = new();

    /// <summary>What calls have changed in the base.</summary>
    public OneCEffects Effects { get; } = new();

    /// <summary>Long operations.</summary>
    public OneCOperations Operations { get; } = new();

    /// <summary>Files in parts and whole ones.</summary>
    public OneCFiles Files { get; } = new();

    /// <summary>Methods of the HTTP service.</summary>
    public OneCFunctions Functions { get; }

    /// <summary>Objects behind OData.</summary>
    public ODataStore Data { get; }

    /// <summary>Starts a base.</summary>
    /// <param name="options">How it behaves; the defaults are those of a fresh publication.</param>
    /// <returns>The running base.</returns>
    public static async Task<OneCBase> StartAsync(OneCOptions? options = null)
    {
        var started = new OneCBase(options ?? new OneCOptions());
        await started.app.StartAsync();
        return started;
    }

    /// <summary>Ends every idle session, as an administrator of the cluster can.</summary>
    public void EndSessions() => pipeline.EndSessions();

    /// <summary>Waits until the process is told to end.</summary>
    public Task WaitAsync() => app.WaitForShutdownAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
