namespace Benchmarks.Invoke;

/// <summary>The floor: the framework's own server answering a fixed text, with no JSON read or written.</summary>
internal static class RawServer
{
    private static readonly byte[] Answer = """{"ok":true,"type":"string","value":"Молоко 3,2 %"}"""u8.ToArray();

    public static async Task<int> RunAsync(string url)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(url);
        await using var app = builder.Build();
        app.Run(async context =>
        {
            while (true)
            {
                var read = await context.Request.BodyReader.ReadAsync();
                context.Request.BodyReader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted) break;
            }

            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Answer.Length;
            await context.Response.BodyWriter.WriteAsync(Answer);
        });
        await app.RunAsync();
        return 0;
    }
}
