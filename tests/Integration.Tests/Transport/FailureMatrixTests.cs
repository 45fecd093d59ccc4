using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Emulators.Faults;
using Emulators.OneC;

namespace Integration.Tests.Transport;

/// <summary>{12 faults} × {Safe, Keyed, Unsafe} × connectors, each through the server's HTTP invoke with a proxy of its own.</summary>
[TestClass]
public sealed class FailureMatrixTests
{
    private static readonly ConcurrentDictionary<string, FaultProxy> Proxies = new();
    private static ServerProcess server = null!;
    private static OneCBase oneC = null!;

    public static IEnumerable<object[]> Cases =>
        from connector in MatrixConnectors.All
        from row in MatrixRows.All
        select new object[] { connector.Name, connector.RowOf(row) };

    public static string CaseName(System.Reflection.MethodInfo method, object[] values) => $"{values[0]}, {((MatrixRow)values[1]).Fault}, {((MatrixRow)values[1]).Safety}";

    [ClassInitialize]
    public static async Task StartAsync(TestContext context)
    {
        oneC = await OneCBase.StartAsync(new OneCOptions());
        var entries = await Task.WhenAll(Cases.Select(values => EntryAsync((string)values[0], (MatrixRow)values[1])));
        server = await ServerProcess.StartAsync(new ServerSetup { Connectors = new JsonObject { ["connectors"] = new JsonArray(entries) }.ToJsonString() });
    }

    [ClassCleanup]
    public static async Task StopAsync()
    {
        if (server is not null) await server.DisposeAsync();
        foreach (var proxy in Proxies.Values) await proxy.DisposeAsync();
        if (oneC is not null) await oneC.DisposeAsync();
    }

    [TestMethod]
    [DynamicData(nameof(Cases), DynamicDataDisplayName = nameof(CaseName))]
    public async Task A_fault_comes_to_its_code_and_no_unsafe_call_leaves_twice(string name, MatrixRow row)
    {
        var connector = MatrixConnectors.Of(name);
        var id = IdOf(name, row);

        var answer = await server.Client.InvokeAsync(id, connector.Call(row.Safety), ("X-Request-Id", Guid.NewGuid().ToString()));

        var error = answer.Json.GetProperty("error");
        var sent = Proxies[id].Requests.Where(request => connector.When?.Invoke(request) != false).ToList();
        new { Code = error.GetProperty("code").GetString(), Retryable = error.GetProperty("retryable").GetBoolean(), InDoubt = error.GetProperty("inDoubt").GetBoolean() }
            .Should().Be(new { row.Code, row.Retryable, row.InDoubt }, answer.Text);
        error.GetProperty("reason").GetString().Should().NotBeNullOrEmpty();
        sent.Should().HaveCount(row.Sent, answer.Text);
        if (row.Safety == "Keyed") sent.Select(KeyOf).Distinct().Should().HaveCountLessThanOrEqualTo(1);
        if (row.Fault == Fault.TooMany429) error.GetProperty("retryAfterSeconds").GetInt32().Should().BeInRange(1, 31);
    }

    private static string? KeyOf(ProxiedRequest request) => request.Header("X-Request-Id") ?? request.Header("X-Operation-Id");

    private static string IdOf(string name, MatrixRow row) => $"{name}-{row.Fault}-{row.Safety}".Replace(' ', '-');

    private static async Task<JsonNode?> EntryAsync(string name, MatrixRow row)
    {
        var connector = MatrixConnectors.Of(name);
        var id = IdOf(name, row);
        Proxies[id] = await FaultProxy.StartAsync(row.Fault, new FaultProxyOptions { To = connector.When is null ? null : oneC.Address, When = connector.When });
        return connector.Entry(id, Proxies[id].Address);
    }
}
