using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Benchmarks.Rest;

/// <summary>The twin: the shortest minimal API that does the same job by hand. It reads the call, sends its argument to the backend as JSON with a bare
/// <see cref="HttpClient"/>, reads the answer and writes it in the shape of ours; without keys, replay, limits, logs or plugins.</summary>
internal static class HandServer
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public static async Task<int> RunAsync(string url, string backend)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        using var client = new HttpClient { BaseAddress = new Uri(backend) };
        app.MapPost("/api/v1/connectors/{id}/invoke", async (string id, InvokeBody body, HttpContext context) =>
        {
            var started = Stopwatch.GetTimestamp();
            using var request = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new EchoBody(body.Args["text"].GetString()), JsonSerializerOptions.Web));
            request.Headers.ContentType = Json;
            using var answer = await client.PostAsync("/echo", request, context.RequestAborted);
            answer.EnsureSuccessStatusCode();
            var value = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsByteArrayAsync(context.RequestAborted));
            return new Answer(true, "record", value, Guid.NewGuid().ToString("N"), (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        });
        await app.RunAsync();
        return 0;
    }

    internal sealed record InvokeBody(string Class, string Method, Dictionary<string, JsonElement> Args);

    internal sealed record EchoBody(string? Text);

    internal sealed record Answer(bool Ok, string Type, JsonElement Value, string RequestId, long ElapsedMs);
}
