using System.Net.Http.Headers;

namespace Benchmarks.Rest;

/// <summary>The least that any twin can be: the shortest endpoint that sends the body on to the backend with a bare <see cref="HttpClient"/> and hands its answer back, without a look into either.</summary>
internal static class ForwarderServer
{
    public static async Task<int> RunAsync(string url, string backend)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        using var client = new HttpClient { BaseAddress = new Uri(backend) };
        app.MapPost("/api/v1/connectors/{id}/invoke", async (HttpContext context) =>
        {
            using var body = new StreamContent(context.Request.Body);
            body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            body.Headers.ContentLength = context.Request.ContentLength;
            using var answer = await client.PostAsync("/echo", body, context.RequestAborted);
            var bytes = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
            context.Response.StatusCode = (int)answer.StatusCode;
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        });
        await app.RunAsync();
        return 0;
    }
}
