using System.Text.Json;
using Emulators.Utm;

namespace Integration.Tests.Egais;

/// <summary>A server with the shipped plugin and two emulated UTMs: it reaches that of A itself, and that of B only through the agent of a workplace.</summary>
internal sealed class AgentWorld : IAsyncDisposable
{
    public const string A = "030000000001";
    public const string B = "030000000002";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private AgentWorld(UtmEmulator system, ServerProcess server) => (System, Server) = (system, server);

    public UtmEmulator System { get; }

    public ServerProcess Server { get; }

    public static async Task<AgentWorld> StartAsync()
    {
        var system = await UtmEmulator.StartAsync();
        var organisations = new object[]
        {
            new { fsrarId = A, host = "127.0.0.1", port = system[A].Port, exclusive = true },
            new { fsrarId = B, host = "127.0.0.1", port = system[B].Port, exclusive = true, mode = "client" },
        };
        var server = await ServerProcess.StartAsync(new ServerSetup
        {
            Connectors = JsonSerializer.Serialize(new { connectors = new[] { new { id = "Egais", type = "Egais", settings = new { organisations } } } }),
            Plugins = [Path.Combine(Path.GetDirectoryName(Built.Server)!, "plugins", "Connectors.Egais")],
            Settings = new Dictionary<string, string> { ["Server:CallsPerSecond"] = "0" },
        });
        return new AgentWorld(system, server);
    }

    public async Task<JsonElement> CallAsync(string className, string method, object args)
    {
        var answer = await Server.Client.InvokeAsync("Egais", JsonSerializer.Serialize(new { @class = className, method, args }));
        answer.Status.Should().Be(200, answer.Text);
        return answer.Value;
    }

    public Task<JsonElement> ExchangeAsync(string method, object args) => CallAsync("EgaisExchange", method, args);

    /// <summary>A ships bottles to B by the server.</summary>
    public async Task<string> ShipAsync()
    {
        var vodka = System.Seed.Product();
        var batch = System.Seed.Stock(A, vodka, 2);
        var saved = await CallAsync("EgaisDocuments", "Save", new { kind = "OutgoingWaybill", organisation = A, payload = AgentPayload.Waybill(batch, vodka, System.Seed.MarksOf(batch.F2)) });
        var document = saved.GetProperty("document").GetString()!;
        await ExchangeAsync("PrepareForTransfer", new { items = document });
        return document;
    }

    /// <summary>A's exchange at the server, until its document is in a state.</summary>
    public Task<string> StateOnServerAsync(string document, string awaited) => Eventually.BecomesAsync(
        async () =>
        {
            await ExchangeAsync("RunExchange", new { organisations = A });
            return await StateAsync(document);
        },
        state => state == awaited,
        Patience);

    /// <summary>Rounds of the agent, until something holds.</summary>
    public Task<T> RoundsAsync<T>(Func<Task<T>> look, Func<T, bool> good) => Eventually.BecomesAsync(
        async () =>
        {
            var (code, text) = await AgentProcess.OnceAsync(Server);
            Console.WriteLine(text);
            code.Should().Be(0, text);
            return await look();
        },
        good,
        Patience);

    /// <summary>The waybill that B has received; null before.</summary>
    public async Task<string?> ReceivedAsync() => (await ExchangeAsync("ListDocuments", new { filter = B })) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 ? list[0].GetProperty("document").GetString() : null;

    public async Task<string> StateAsync(string document) => (await ExchangeAsync("GetDocument", new { document })).GetProperty("state").GetString()!;

    /// <summary>The acts that B's UTM took.</summary>
    public IReadOnlyList<UtmPost> Acts => [.. System.Judge.Posts(B).Where(post => post.Element.StartsWith("WayBillAct", StringComparison.Ordinal))];

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await System.DisposeAsync();
    }
}
