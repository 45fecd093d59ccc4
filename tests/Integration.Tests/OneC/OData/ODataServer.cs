using System.Text.Json;
using System.Text.Json.Nodes;
using Emulators.OneC;

namespace Integration.Tests.OneC.OData;

/// <summary>The built server before one or more emulated bases, each with a connector of its own.</summary>
internal sealed class ODataServer : IAsyncDisposable
{
    /// <summary>The id of the only connector, where there is one.</summary>
    public const string Id = "База 1С";

    private readonly Dictionary<string, OneCBase> bases;

    private ODataServer(Dictionary<string, OneCBase> bases, ServerProcess server)
    {
        this.bases = bases;
        Server = server;
    }

    public ServerProcess Server { get; }

    public OneCBase Base => bases[Id];

    /// <summary>Starts a server with one base.</summary>
    public static Task<ODataServer> StartAsync(string odata = "\"enabled\":true", OneCOptions? options = null, string sessionMode = "auto") =>
        StartAsync([(Id, odata, options ?? new OneCOptions())], sessionMode);

    /// <summary>Starts a server with several bases.</summary>
    public static async Task<ODataServer> StartAsync(IEnumerable<(string Id, string OData, OneCOptions Options)> wanted, string sessionMode = "auto")
    {
        var bases = new Dictionary<string, OneCBase>();
        var entries = new JsonArray();
        foreach (var (id, odata, options) in wanted)
        {
            bases[id] = await OneCBase.StartAsync(options);
            entries.Add(new JsonObject { ["id"] = id, ["type"] = "OneC", ["settings"] = SettingsOf(bases[id], odata, sessionMode) });
        }

        var server = await ServerProcess.StartAsync(new ServerSetup
        {
            Connectors = new JsonObject { ["connectors"] = entries }.ToJsonString(),
            Settings = new Dictionary<string, string> { ["Server:CallsPerSecond"] = "10000" },
        });
        return new ODataServer(bases, server);
    }

    public OneCBase BaseOf(string id) => bases[id];

    /// <summary>Calls a method of the class OData, or <c>Class.Method</c>; errors come in Russian.</summary>
    public Task<Answer> CallAsync(string method, string args = "{}", string id = Id)
    {
        var dot = method.IndexOf('.', StringComparison.Ordinal);
        return Server.Client.InvokeAsync(id, $$"""{"class":"{{(dot < 0 ? "OData" : method[..dot])}}","method":"{{(dot < 0 ? method : method[(dot + 1)..])}}","args":{{args}}}""", ("Accept-Language", "ru"));
    }

    /// <summary>Calls a method and hands back the rows of its table as JSON.</summary>
    public async Task<string> RowsAsync(string method, string args)
    {
        var answer = await CallAsync(method, args);
        answer.Status.Should().Be(200, answer.Text);
        answer.Json.GetProperty("ok").GetBoolean().Should().BeTrue(answer.Text);
        var table = answer.Json.TryGetProperty("rows", out var rows) ? rows : answer.Value.GetProperty("rows");
        return JsonSerializer.Serialize(table, Plain);
    }

    /// <summary>Calls a method and hands back its value as JSON.</summary>
    public async Task<JsonElement> ValueAsync(string method, string args)
    {
        var answer = await CallAsync(method, args);
        answer.Status.Should().Be(200, answer.Text);
        return answer.Value;
    }

    /// <summary>Status, code, reason and doubt of an error in one line.</summary>
    public static string Outcome(Answer answer)
    {
        if (answer.Status == 200 && answer.Json.GetProperty("ok").GetBoolean()) return "200 OK";
        var error = answer.Json.GetProperty("error");
        return $"{answer.Status} {error.GetProperty("code").GetString()} {(error.TryGetProperty("reason", out var reason) ? reason.GetString() : "-")}{(error.GetProperty("inDoubt").GetBoolean() ? " in doubt" : "")}";
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        foreach (var one in bases.Values) await one.DisposeAsync();
    }

    private static JsonSerializerOptions Plain { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonObject SettingsOf(OneCBase oneC, string odata, string sessionMode) => new()
    {
        ["baseAddress"] = oneC.Address.ToString(),
        ["serverTimeZone"] = "Europe/Moscow",
        ["maxConcurrency"] = 8,
        ["sessionMode"] = sessionMode,
        ["poolTimeout"] = "00:00:00.2",
        ["retry"] = new JsonObject { ["count"] = 2, ["delay"] = "00:00:00.02" },
        ["auth"] = new JsonObject { ["type"] = "basic", ["user"] = "Кладовщик Петров", ["password"] = "пароль 1" },
        ["odata"] = JsonNode.Parse($"{{{odata}}}"),
    };
}
