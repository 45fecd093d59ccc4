using System.Text;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.OneC;
using Connectors.Transport;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Unit.Tests.Transport;

namespace Unit.Tests.OneC.OData;

/// <summary>A connector before a base that describes itself and answers the rest as its test tells it.</summary>
internal sealed class ODataBase : IAsyncDisposable
{
    public const string Root = "/trade/odata/standard.odata/";
    private readonly TestServer server;
    private readonly OneCConnector connector;

    private readonly OneCSettings settings;

    private ODataBase(TestServer server, OneCSettings settings, TimeProvider? time)
    {
        this.server = server;
        this.settings = settings;
        connector = new OneCConnector(settings, timeProvider: time);
    }

    /// <summary>What the server would stop a call with.</summary>
    public CancellationToken Stop { get; set; }

    /// <summary>Stops the connector, as the server does when its settings change.</summary>
    public ValueTask StopConnectorAsync() => connector.DisposeAsync();

    public IReadOnlyList<ConnectorMethodInfo> Methods => connector.Methods;

    public string Authority => server.Authority;

    /// <summary>What was asked but for the description: verb and address below the interface, unescaped.</summary>
    public IReadOnlyList<string> Asked => [.. Requests.Select(request => $"{request.Verb} {Uri.UnescapeDataString(request.Target[Root.Length..])}")];

    public IReadOnlyList<SeenRequest> Requests => [.. server.Seen.Where(request => !request.Target.EndsWith("$metadata", StringComparison.Ordinal))];

    public int Descriptions => server.Seen.Count(request => request.Target.EndsWith("$metadata", StringComparison.Ordinal));

    public static Task<ODataBase> StartAsync(Func<HttpContext, string, Task> answer, string odata = "\"enabled\":true", string metadata = SampleModel.Xml) => DescribedAsync(answer, context =>
    {
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync(metadata);
    }, odata);

    /// <summary>A base whose description is sent as its test tells it.</summary>
    public static async Task<ODataBase> DescribedAsync(Func<HttpContext, string, Task> answer, RequestDelegate describe, string odata = "\"enabled\":true", TimeProvider? time = null, string idleTimeout = "00:00:15")
    {
        var server = await TestServer.StartAsync(context =>
        {
            var target = Uri.UnescapeDataString(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
            return target.EndsWith("$metadata", StringComparison.Ordinal) ? describe(context) : answer(context, target[Root.Length..]);
        });
        return new ODataBase(server, Settings($$"""{"baseAddress":"{{server.Address}}trade","serverTimeZone":"Europe/Moscow","idleTimeout":"{{idleTimeout}}","retry":{"count":2,"delay":"00:00:00.01"},"odata":{ {{odata}} } }"""), time);
    }

    /// <summary>A base that answers everything with one JSON.</summary>
    public static Task<ODataBase> JsonAsync(string json, string odata = "\"enabled\":true", int status = 200, string metadata = SampleModel.Xml) => StartAsync((context, _) => JsonTo(context, json, status), odata, metadata);

    public static Task JsonTo(HttpContext context, string json, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json;charset=utf-8";
        return context.Response.WriteAsync(json);
    }

    public static OneCSettings Settings(string json)
    {
        var configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
        return configuration.Get<OneCSettings>() ?? new OneCSettings();
    }

    public static ConnectorRecord Of(params object?[] pairs)
    {
        var record = new ConnectorRecord();
        for (var at = 0; at < pairs.Length; at += 2) record.Add((string)pairs[at]!, pairs[at + 1]);
        return record;
    }

    /// <summary>Calls <c>OData.Method</c>, or <c>Class.Method</c>; a table is read to its end.</summary>
    public async Task<object?> CallAsync(string method, params (string Name, object? Value)[] arguments)
    {
        var dot = method.IndexOf('.', StringComparison.Ordinal);
        var args = new InvokeArgs("Base", dot < 0 ? "OData" : method[..dot], dot < 0 ? method : method[(dot + 1)..], [.. arguments.Select(argument => new InvokeArg(argument.Name, argument.Value))]);
        var result = await connector.InvokeAsync(args, Stop);
        result.Error.Should().BeNull();
        if (result.Value is not ConnectorTable { IsStream: true } stream) return result.Value;
        await using (stream)
        {
            var rows = new List<object?[]>();
            await foreach (var row in stream.ReadAsync()) rows.Add(row);
            return new ConnectorTable(stream.Columns, rows);
        }
    }

    public async Task<ConnectorTable> TableAsync(string method, params (string Name, object? Value)[] arguments) =>
        (await CallAsync(method, arguments)).Should().BeOfType<ConnectorTable>().Subject;

    public async Task<ConnectorError> ErrorAsync(string method, params (string Name, object? Value)[] arguments)
    {
        var call = () => CallAsync(method, arguments);
        return (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }

    /// <summary>What the check of this part of the connector finds.</summary>
    public async Task<IReadOnlyList<ConnectorProblem>> CheckAsync()
    {
        var plan = OneCPlan.Read(settings);
        await using var transport = new OneCTransport(plan.Options, new RestTransport(plan.Options.Http), TimeProvider.System);
        return await new OneCODataMethods(plan.OData, transport, TimeProvider.System).Check.RunAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await connector.DisposeAsync();
        await server.DisposeAsync();
    }
}
