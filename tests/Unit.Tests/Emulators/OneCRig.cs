using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Emulators.OneC;

namespace Unit.Tests.Emulators;

/// <summary>A base and a bare client of it, without anything of ours between.</summary>
internal sealed class OneCRig : IAsyncDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 });

    private OneCRig(OneCBase oneC) => Base = oneC;

    public OneCBase Base { get; }

    public static async Task<OneCRig> StartAsync(OneCOptions? options = null) => new(await OneCBase.StartAsync(options));

    public async Task<Answer> SendAsync(string verb, string path, string? body = null, string type = "application/json", string user = "Пользователь:secret", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri($"{Base.Address}/{path}"));
        if (user.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user)));
        if (body is not null) request.Content = new StringContent(body, new UTF8Encoding(false)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var cookie = response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.First().Split(';')[0] : null;
        return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", Encoding.UTF8.GetString(bytes), bytes, cookie, response);
    }

    public Task<Answer> CallAsync(string method, string args = "{}", params (string Name, string Value)[] headers) =>
        SendAsync("POST", $"hs/conn/v1/call/{Uri.EscapeDataString(method)}", $$"""{"args": {{args}}}""", headers: headers);

    public Task<Answer> GetAsync(string odata, params (string Name, string Value)[] headers) =>
        SendAsync("GET", $"odata/standard.odata/{odata}{(odata.Contains('?', StringComparison.Ordinal) ? "&" : "?")}$format=json", headers: headers);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Base.DisposeAsync();
    }

    internal sealed record Answer(int Status, string Type, string Text, byte[] Bytes, string? Cookie, HttpResponseMessage Response)
    {
        public JsonNode Json => JsonNode.Parse(Text)!;

        public string? Code => (string?)Json["odata.error"]?["code"] ?? (string?)Json["error"]?["code"];

        public IReadOnlyList<JsonNode> Rows => [.. Json["value"]!.AsArray().Select(row => row!)];
    }
}
