using System.Globalization;
using System.Text;
using Benchmarks.Invoke;
using Emulators.OneC;

namespace Benchmarks.OData;

/// <summary>Our server as its users run it, with one connector to a base of 1C.</summary>
internal sealed class ODataSide : IAsyncDisposable
{
    private const string Path = "/api/v1/connectors/Base/invoke";
    private static readonly byte[] Ok = "\"ok\":true}"u8.ToArray();

    private readonly Side side;
    private readonly string home;
    private readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };

    private ODataSide(Side side, string home)
    {
        this.side = side;
        this.home = home;
        http.DefaultRequestHeaders.Add("X-Api-Key", side.Key);
    }

    public static async Task<ODataSide> StartAsync(OneCBase oneC)
    {
        var home = Directory.CreateTempSubdirectory("connectors-benchmark-").FullName;
        var connectors = $$"""
            { "connectors": [{ "id": "Base", "type": "OneC", "settings": {
                "baseAddress": "{{oneC.Address}}", "serverTimeZone": "Europe/Moscow", "auth": { "type": "basic", "user": "Пользователь", "password": "secret" }, "odata": { "enabled": true } } }] }
            """;
        return new ODataSide(await OurSide.StartAsync(home, Path, connectors), home);
    }

    /// <summary>Reads the list, or its beginning, while the server's memory is watched.</summary>
    public async Task<ODataRound> MeasureAsync(TimeSpan pause, int? top = null)
    {
        using var memory = ProcessMemory.Watch(side.ProcessId);
        var started = TimeProvider.System.GetTimestamp();
        var (rows, bytes) = await ReadAsync(top, pause);
        var took = TimeProvider.System.GetElapsedTime(started);
        return new ODataRound(rows, bytes, took, await memory.PeakAsync() - memory.Before);
    }

    /// <summary>Reads the list and forgets it; with a pause after every 64 KB, as a slow caller would.</summary>
    public async Task<(int Rows, long Bytes)> ReadAsync(int? top, TimeSpan pause)
    {
        var limit = top is null ? "" : string.Create(CultureInfo.InvariantCulture, $",\"top\":{top}");
        using var request = new HttpRequestMessage(HttpMethod.Post, side.Address)
        {
            Content = new StringContent($$$"""{"class":"OData","method":"Read","args":{"entity":"Catalog_Большой"{{{limit}}}}}""", Encoding.UTF8, "application/json"),
        };
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        var count = new RowCount();
        var buffer = new byte[64 * 1024];
        long bytes = 0;
        for (int read; (read = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false)) > 0; bytes += read)
        {
            count.Take(buffer.AsSpan(0, read));
            if (pause > TimeSpan.Zero) await Task.Delay(pause);
        }

        return count.EndsWith(Ok) ? (count.Rows, bytes) : throw new InvalidOperationException("The list did not arrive whole.");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        side.Dispose();
        await Task.Yield();
        Directory.Delete(home, recursive: true);
    }
}
