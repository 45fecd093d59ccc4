using System.Text.Json;

namespace Benchmarks.Invoke;

/// <summary>The twin: the shortest minimal API that does the same job by hand, without keys, replay, limits, logs or plugins.</summary>
internal static class TwinServer
{
    public static async Task<int> RunAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        app.MapPost("/api/v1/connectors/{id}/invoke", (string id, InvokeBody body) =>
            new Answer(true, "string", body.Args["text"].GetString(), Guid.NewGuid().ToString("N"), 0.1));
        app.MapGet("/allocated", () => GC.GetTotalAllocatedBytes());
        await app.RunAsync();
        return 0;
    }

    internal sealed record InvokeBody(string Class, string Method, Dictionary<string, JsonElement> Args);

    internal sealed record Answer(bool Ok, string Type, string? Value, string RequestId, double ElapsedMs);
}
