using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Emulators.ChestnyZnak;

/// <summary>The road of a request: service, fault, method, state file, answer.</summary>
internal sealed class ChestnyZnakPipeline
{
    private readonly ChestnyZnakEmulator emulator;
    private readonly CmsReader cms;
    private readonly RateGate rates;
    private readonly ConcurrentDictionary<string, Service> services = new(StringComparer.Ordinal);

    public ChestnyZnakPipeline(ChestnyZnakEmulator emulator)
    {
        this.emulator = emulator;
        cms = new CmsReader(emulator.Options.CertificateFile, emulator.Options.OpenSslConfiguration);
        rates = new RateGate(emulator.Options);
        List<Service> all = [new TrueApiService(), new SuzService(), new CdnService(CdnService.RootName), new LocalModuleService(), new PiotCheck(), new PiotInformation()];
        foreach (var one in all) services[one.Name] = one;
    }

    public IReadOnlyList<string> Signatures => [.. cms.Seen];

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await ServeAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; what was handled stays handled.
        }
    }

    private async Task ServeAsync(HttpContext context)
    {
        var (prefix, rest, call) = await RequestReader.ReadAsync(context, emulator, cms, rates);
        if (prefix == Control.Prefix)
        {
            await ReplyWriter.WriteAsync(context, Control.Handle(emulator, call));
            return;
        }

        if (Of(prefix) is not { } service)
        {
            await ReplyWriter.WriteAsync(context, Reply.Text("<html><body>404 Not Found</body></html>", 404, "text/html"));
            return;
        }

        var (version, path) = Split(rest, service.Below);
        var (route, ids, other) = service.Find(version, call.Method, path);
        var endpoint = $"{service.Name} {call.Method} {route?.Template ?? path}";
        call = call with { Version = version, Path = path, Ids = ids, Fault = emulator.Faults.Take(endpoint) };
        if (call.Fault is { } early && FaultActs.IsBefore(early.Kind))
        {
            emulator.World.Once(() => Seen(endpoint, call, early.Kind == FaultKind.Status ? early.Status : 0));
            await FaultActs.BeforeAsync(context, emulator, early);
            return;
        }

        await FaultActs.WaitAsync(emulator.Options, call.Fault);
        var reply = emulator.World.Once(() =>
        {
            var made = service.Serve(call, route, other);
            Seen(endpoint, call, made.Status);
            return made;
        });
        await FaultActs.AfterAsync(context, emulator.Options, call.Fault, reply);
    }

    private bool Seen(string endpoint, Call call, int status)
    {
        emulator.World.Requests.Put(new SeenRequest(emulator.World.Requests.Count + 1, endpoint, call.Target, status));
        return true;
    }

    // Hosts of the permissive mode may be added while it runs.
    private Service? Of(string prefix) => services.TryGetValue(prefix, out var service) ? service
        : emulator.Options.CdnHosts.Any(one => one.Name == prefix) ? services.GetOrAdd(prefix, name => new CdnService(name))
        : null;

    private static (string Version, string Path) Split(string rest, string below)
    {
        var parts = rest.Split('/', 3);
        if (parts.Length < 3 || parts[0] != "api") return ("", rest);
        return parts[2].StartsWith(below, StringComparison.Ordinal) ? (parts[1], parts[2][below.Length..]) : ("", rest);
    }
}
