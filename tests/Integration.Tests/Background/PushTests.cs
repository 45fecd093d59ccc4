using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Integration.Tests.Background;

/// <summary>What an operation tells is pushed, by server-sent events and by WebSocket.</summary>
[TestClass]
public sealed class PushTests
{
    private static ServerProcess server = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context) =>
        server = await ServerProcess.StartAsync(BackgroundViews.Connectors, """{ "jobs": [] }""", Built.Plugin("Hanging"));

    [ClassCleanup]
    public static async Task StopAsync() => await server.DisposeAsync();

    [TestMethod]
    public async Task Events_come_as_they_happen_and_a_stream_goes_on_from_the_last_one_seen()
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        using var first = await OpenAsync(http, "sse", null);
        using var reader = new StreamReader(await first.Content.ReadAsStreamAsync());
        var comment = await LineAsync(reader);
        await server.Client.StartAsync("sse", """{"method":"TellBlocking","args":["m1"],"background":true,"wait":20}""");

        var (id, kind, told) = await EventAsync(reader);
        using var second = await OpenAsync(http, "sse", id);
        using var again = new StreamReader(await second.Content.ReadAsStreamAsync());
        await LineAsync(again);
        var (_, nextKind, _) = await EventAsync(again);

        first.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        comment.Should().StartWith(":");
        kind.Should().Be("message");
        told.GetProperty("result").GetProperty("messages")[0].GetProperty("text").GetString().Should().Be("m1");
        told.GetProperty("sentAtUtcMs").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be(id);
        nextKind.Should().Be("finished", "the message was seen already");
    }

    [TestMethod]
    public async Task Socket_carries_an_envelope_in_each_message()
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("X-Api-Key", server.Key);
        socket.Options.SetRequestHeader("X-Device", "socket");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await socket.ConnectAsync(new Uri(server.Address.ToString().Replace("http", "ws", StringComparison.Ordinal) + "api/v1/notifications/socket"), patience.Token);
        await server.Client.StartAsync("socket", """{"method":"TellBlocking","args":["m1"],"background":true,"wait":20}""");

        var message = await ReceiveAsync(socket, patience.Token);
        var end = await ReceiveAsync(socket, patience.Token);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);

        message.GetProperty("result").GetProperty("messages")[0].GetProperty("text").GetString().Should().Be("m1");
        end.GetProperty("result").GetProperty("status").GetString().Should().Be("Completed");
        socket.State.Should().Be(WebSocketState.Closed);
    }

    [TestMethod]
    public async Task Large_content_is_fetched_by_its_reference()
    {
        var text = new string('ж', 1500);
        await server.Client.StartAsync("large", $$"""{"method":"TellBlocking","args":["{{text}}"],"background":true,"wait":20}""");

        var envelope = (await server.Client.ToldAsync("large"))[0];
        var whole = await server.Client.GetAsync(envelope.GetProperty("reference").GetString()!, BackgroundViews.Device("large"));

        envelope.GetProperty("result").ValueKind.Should().Be(JsonValueKind.Null);
        whole.Json.GetProperty("result").GetProperty("messages")[0].GetProperty("text").GetString().Should().Be(text);
    }

    [TestMethod]
    public async Task Stream_without_a_key_is_refused()
    {
        using var http = new HttpClient { BaseAddress = server.Address };

        using var answer = await http.GetAsync("/api/v1/notifications/stream");

        ((int)answer.StatusCode).Should().Be(401);
    }

    private static async Task<HttpResponseMessage> OpenAsync(HttpClient http, string device, string? lastId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/notifications/stream");
        request.Headers.Add("X-Api-Key", server.Key);
        request.Headers.Add("X-Device", device);
        if (lastId is not null) request.Headers.Add("Last-Event-ID", lastId);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task<string> LineAsync(StreamReader reader)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var line = await reader.ReadLineAsync(patience.Token) ?? throw new EndOfStreamException();
            if (line.Length > 0) return line;
        }
    }

    private static async Task<(string Id, string Kind, JsonElement Told)> EventAsync(StreamReader reader)
    {
        var id = await LineAsync(reader);
        var kind = await LineAsync(reader);
        var told = await LineAsync(reader);
        return (id["id: ".Length..], kind["event: ".Length..], JsonDocument.Parse(told["data: ".Length..]).RootElement);
    }

    private static async Task<JsonElement> ReceiveAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[8192];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
        return JsonDocument.Parse(Encoding.UTF8.GetString(buffer, 0, received.Count)).RootElement;
    }
}
