using System.Text.Json.Nodes;
using Emulators.OneC;

namespace Integration.Tests.OneC;

/// <summary>The built server with one connector to one emulated base.</summary>
internal sealed class OneCServer : IAsyncDisposable
{
    public const string Id = "OneC_8_Connector";

    private OneCServer(OneCBase oneC, ServerProcess server)
    {
        Base = oneC;
        Server = server;
    }

    public OneCBase Base { get; }

    public ServerProcess Server { get; }

    /// <summary>Starts both.</summary>
    /// <param name="settings">Settings of the connector as JSON; address, user and zone are added.</param>
    /// <param name="options">How the base is published.</param>
    /// <param name="jobs">The jobs of the server.</param>
    public static async Task<OneCServer> StartAsync(string settings, OneCOptions? options = null, string jobs = "[]")
    {
        var oneC = await OneCBase.StartAsync(options ?? new OneCOptions());
        var connectors = new JsonObject { ["connectors"] = new JsonArray(Entry(Id, oneC, settings)) };
        var server = await ServerProcess.StartAsync(new ServerSetup
        {
            Connectors = connectors.ToJsonString(),
            Jobs = $$"""{ "jobs": {{jobs}} }""",
            Settings = new Dictionary<string, string> { ["Server:CallsPerSecond"] = "10000" },
        });
        return new OneCServer(oneC, server);
    }

    /// <summary>The entry of a connector to a base.</summary>
    public static JsonObject Entry(string id, OneCBase oneC, string settings)
    {
        var made = JsonNode.Parse(settings)!.AsObject();
        made.TryAdd("baseAddress", oneC.Address.ToString());
        made.TryAdd("serverTimeZone", "Europe/Moscow");
        made.TryAdd("auth", new JsonObject { ["type"] = "basic", ["user"] = "Кладовщик Петров", ["password"] = "пароль 1" });
        // The breaker is off: a failure of one test is not another one's.
        return new JsonObject { ["id"] = id, ["type"] = "OneC", ["breaker"] = new JsonObject { ["failures"] = 0 }, ["settings"] = made };
    }

    /// <summary>Calls a method.</summary>
    public Task<Answer> CallAsync(string method, string args = "{}", params (string Name, string? Value)[] headers)
    {
        var dot = method.IndexOf('|', StringComparison.Ordinal);
        var place = dot < 0 ? $"\"method\":\"{method}\"" : $"\"class\":\"{method[..dot]}\",\"method\":\"{method[(dot + 1)..]}\"";
        return Server.Client.InvokeAsync(Id, $$"""{{{place}},"args":{{args}}}""", headers);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Base.DisposeAsync();
    }
}
