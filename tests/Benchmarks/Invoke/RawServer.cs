namespace Benchmarks.Invoke;

/// <summary>The floor: the framework's own server answering a fixed text, with no JSON read or written.</summary>
internal static class RawServer
{
    private static readonly byte[] Answer = """{"ok":true,"type":"string","value":"Молоко 3,2 %"}"""u8.ToArray();

    public static Task<int> RunAsync(string url) => FixedServer.RunAsync(url, Answer);
}
