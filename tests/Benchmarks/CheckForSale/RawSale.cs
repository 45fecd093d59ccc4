using System.Text.Json;

namespace Benchmarks.CheckForSale;

/// <summary>The framework alone: bytes made before, sent, and the answer's bytes thrown away. It shows how far the twin is from nothing at all.</summary>
internal sealed class RawSale(Uri address, string key) : ISaleSide, IDisposable
{
    private readonly HttpMessageInvoker invoker = new(new SocketsHttpHandler());
    private readonly Uri target = new(address, "cdn01/api/v4/true-api/codes/check");
    private readonly Dictionary<string, byte[]> bodies = [];

    public string Name => "raw";

    public void Prepare(IEnumerable<string> codes)
    {
        foreach (var code in codes) bodies[code] = JsonSerializer.SerializeToUtf8Bytes(new { codes = new[] { code } });
    }

    public async Task<bool> CheckAsync(string code)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ByteArrayContent(bodies[code]) };
        message.Content.Headers.ContentType = new("application/json");
        message.Headers.Add("X-API-KEY", key);
        message.Headers.Add("Accept", "application/json");
        using var answer = await invoker.SendAsync(message, CancellationToken.None);
        return (await answer.Content.ReadAsByteArrayAsync()).Length > 0 && answer.IsSuccessStatusCode;
    }

    public void Dispose() => invoker.Dispose();
}
