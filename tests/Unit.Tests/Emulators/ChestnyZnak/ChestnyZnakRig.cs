using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Emulators.ChestnyZnak;

namespace Unit.Tests.Emulators;

/// <summary>The marking system and a bare client of it, without anything of ours between.</summary>
internal sealed class ChestnyZnakRig : IAsyncDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    private ChestnyZnakRig(ChestnyZnakEmulator system)
    {
        System = system;
        Owner = system.World.Organisations.All is [var owner, ..] ? owner : system.Seed.Organisation();
        Milk = system.World.Products.All is [var milk, ..] ? milk : system.Seed.Product(Owner);
    }

    public ChestnyZnakEmulator System { get; }

    public Organisation Owner { get; }

    public Product Milk { get; }

    public string Token { get; set; } = "";

    /// <summary>How long the caller waits.</summary>
    public CancellationToken Patience { get; set; }

    public string ClientToken { get; set; } = "";

    public static async Task<ChestnyZnakRig> StartAsync(ChestnyZnakOptions? options = null, bool signedIn = true)
    {
        var rig = new ChestnyZnakRig(await ChestnyZnakEmulator.StartAsync(options));
        if (!signedIn) return rig;
        rig.Token = (string)(await rig.SignInAsync()).Json["token"]!;
        rig.ClientToken = (string)(await rig.SignInAsync($"/{rig.Owner.OmsConnection}")).Json["token"]!;
        return rig;
    }

    public async Task<Answer> SendAsync(string verb, Uri root, string path, string? body = null, string accept = "application/json", string type = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri(root, path));
        if (accept.Length > 0) request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null) request.Content = new StringContent(body, new UTF8Encoding(false)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        using var response = await client.SendAsync(request, Patience);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        return new Answer((int)response.StatusCode, Encoding.UTF8.GetString(bytes), bytes, response.Headers.RetryAfter?.Delta, response.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>A call of True API: <c>v4 GET doc/list?pg=milk</c>.</summary>
    public Task<Answer> TrueAsync(string call, string? body = null, string accept = "application/json")
    {
        var (version, verb, path) = Parts(call);
        return SendAsync(verb, System.TrueApi, $"api/{version}/true-api/{path}", body, accept, headers: ("Authorization", $"Bearer {Token}"));
    }

    /// <summary>A call of the order station: <c>v3 GET order/status?orderId=…</c>; omsId is added.</summary>
    public Task<Answer> SuzAsync(string call, string? body = null, string? signature = null, string? omsId = null)
    {
        var (version, verb, path) = Parts(call);
        var all = $"api/{version}/{path}{(path.Contains('?', StringComparison.Ordinal) ? "&" : "?")}omsId={omsId ?? Owner.OmsId}";
        (string Name, string Value)[] headers = signature is null ? [("clientToken", ClientToken)] : [("clientToken", ClientToken), ("X-Signature", signature)];
        return SendAsync(verb, System.Suz, all, body, headers: headers);
    }

    public Task<Answer> SignedSuzAsync(string call, string body) => SuzAsync(call, body, Cms(body, false));

    public async Task<Answer> SignInAsync(string connection = "", bool attached = true, string? inn = null)
    {
        var key = (await TrueAsync("v3 GET auth/key")).Json;
        return await TrueAsync($"v3 POST auth/simpleSignIn{connection}", new JsonObject { ["uuid"] = key["uuid"]!.DeepClone(), ["data"] = Cms((string)key["data"]!, attached), ["inn"] = inn }.ToJsonString());
    }

    public async Task<string> CreateAsync(string type, JsonObject document, string group = "milk")
    {
        var answer = await TrueAsync($"v3 POST lk/documents/create?pg={group}", Envelope(type, document.ToJsonString()));
        answer.Status.Should().Be(200, answer.Text);
        return answer.Text;
    }

    public static string Envelope(string type, string content, string format = "MANUAL") => new JsonObject
    {
        ["document_format"] = format, ["product_document"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(content)), ["type"] = type, ["signature"] = Cms(content, false),
    }.ToJsonString();

    public async Task<JsonNode> InfoAsync(string number, string group = "milk") => (await TrueAsync($"v4 GET doc/{Uri.EscapeDataString(number)}/info?pg={group}")).Json[0]!;

    public async Task<Answer> CodesAsync(SuzOrder order, int quantity) => await SuzAsync($"v3 GET codes?orderId={order.OrderId}&gtin={order.Buffers[0].Gtin}&quantity={quantity}");

    public static async Task UntilAsync(Func<bool> condition)
    {
        var deadline = Environment.TickCount64 + 20_000;
        while (!condition())
        {
            if (Environment.TickCount64 > deadline) throw new TimeoutException("What was waited for did not come.");
            await Task.Delay(5);
        }
    }

    public static string Cms(string data, bool attached) => Convert.ToBase64String(TestCms.Sign(Encoding.UTF8.GetBytes(data), attached));

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await System.DisposeAsync();
    }

    private static (string Version, string Verb, string Path) Parts(string call) => call.Split(' ', 3) is [var version, var verb, var path] ? (version, verb, path) : throw new ArgumentException(call);

    internal sealed record Answer(int Status, string Text, byte[] Bytes, TimeSpan? RetryAfter, string? Type)
    {
        public JsonNode Json => JsonNode.Parse(Text)!;

        public IReadOnlyList<string> Codes => [.. Json["codes"]!.AsArray().Select(one => (string)one!)];
    }
}
