namespace Benchmarks.Rest;

/// <summary>The system behind: the framework's own server reads the body to its end and answers a fixed good.</summary>
internal static class BackendServer
{
    private static readonly byte[] Answer = """{"code":"4600000000017","name":"Молоко 3,2 %","price":89.90,"left":12,"marked":true,"expires":"2026-12-31"}"""u8.ToArray();

    public static Task<int> RunAsync(string url) => FixedServer.RunAsync(url, Answer);
}
