namespace Benchmarks.Rest;

/// <summary>The system behind: the framework's own server reads the body to its end and answers a fixed good.</summary>
internal static class BackendServer
{
    private static readonly byte[] Answer = """{"code":"4600000000017","name":"Молоко 3,2 %","price":89.90,"left":12,"marked":true,"expires":"2026-12-31"}"""u8.ToArray();

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
