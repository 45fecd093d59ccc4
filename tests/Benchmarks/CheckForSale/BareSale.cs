using System.Net.Http.Headers;
using System.Text.Json;

namespace Benchmarks.CheckForSale;

/// <summary>The twin: the shortest call of the same host with a bare <see cref="HttpClient"/>; it looks at one flag and nothing else.</summary>
internal sealed class BareSale : ISaleSide, IDisposable
{
    private readonly HttpClient client;

    public BareSale(Uri address, string key)
    {
        client = new HttpClient { BaseAddress = new Uri(address, "cdn01/") };
        client.DefaultRequestHeaders.Add("X-API-KEY", key);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    public string Name => "bare";

    public async Task<bool> CheckAsync(string code)
    {
        using var content = JsonContent.Create(new { codes = new[] { code }, fiscalDriveNumber = "9999078900000000" });
        using var answer = await client.PostAsync("api/v4/true-api/codes/check", content);
        await using var body = await answer.Content.ReadAsStreamAsync();
        using var json = await JsonDocument.ParseAsync(body);
        return json.RootElement.GetProperty("codes")[0].GetProperty("realizable").GetBoolean();
    }

    public void Dispose() => client.Dispose();
}
