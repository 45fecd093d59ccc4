using Microsoft.AspNetCore.Http;
using TsdClient;
using Unit.Tests.Transport;

namespace Unit.Tests.Samples.Tsd;

/// <summary>The handheld follows a call that the server took into the background.</summary>
[TestClass]
public sealed class OperationFollowerTests : IDisposable
{
    private const string Action = """<InvokeMethodAction name="Смена" connectorId="Shop" methodName="Close" background="true" sessionVariable="Итог" />""";
    private const string Running = """{"ok":true,"operationId":"op-1","status":"Running","progress":{"percent":10,"text":"начало","extra":null},"messages":[],"requestId":"r"}""";
    private const string Completed = """{"ok":true,"operationId":"op-1","status":"Completed","progress":{"percent":99,"text":"начало","extra":null},"messages":[{"text":"готово"}],"requestId":"r"}""";
    private const string Result = """{"ok":true,"type":"string","value":"закрыта","requestId":"r","elapsedMs":5}""";
    private const string Finished = """{"kind":"28e5ab5c-196b-44be-aab5-8fe7edb5225b","operationId":"op-1","sentAtUtcMs":9,"group":"op-1","result":{"status":"Completed","resultAddress":"tmp/op-1","messages":[],"progress":null,"error":null}}""";
    private const string Message = """{"kind":"0afef160-bfcb-459e-a890-a4afbb73b7ba","operationId":"op-1","sentAtUtcMs":5,"group":"op-1","result":{"messages":[{"text":"ячейка пуста"}]}}""";
    private readonly StringWriter screen = new();
    private TsdOptions options = null!;
    private int looks;

    public void Dispose() => screen.Dispose();

    [TestMethod]
    public async Task Without_events_it_polls_and_shows_what_it_was_told()
    {
        await using var server = await TestServer.StartAsync(context => context.Request.Path.Value switch
        {
            "/api/v1/notifications/stream" => StatusAsync(context, 404),
            "/api/v1/notifications" => context.Response.WriteAsync($$"""{"notifications":[{{Message}}],"next":5}"""),
            var path => AnswerAsync(context, path!, Interlocked.Increment(ref looks) > 3 ? Completed : Running),
        });

        var outcome = await RunAsync(server);

        outcome.Should().Be(RunOutcome.Succeeded);
        options.Session["итог"].Should().Be("закрыта");
        screen.ToString().Should().Contain("• ячейка пуста").And.Contain("начало").And.Contain(" 10%").And.Contain("│закрыта");
        server.Seen[0].Body.Should().Contain("\"background\":true");
    }

    [TestMethod]
    public async Task Event_of_the_end_makes_it_look_at_once()
    {
        var begun = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(async context =>
        {
            if (context.Request.Path.Value != "/api/v1/notifications/stream")
            {
                await AnswerAsync(context, context.Request.Path.Value!, Volatile.Read(ref looks) > 0 ? Completed : Running);
                begun.TrySetResult();
                return;
            }

            await begun.Task;
            Interlocked.Increment(ref looks);
            await context.Response.WriteAsync($"id: 9\nevent: finished\ndata: {Finished}\n\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });

        var outcome = await RunAsync(server, TimeSpan.FromSeconds(1)).WaitAsync(TimeSpan.FromSeconds(25));

        outcome.Should().Be(RunOutcome.Succeeded);
        options.Session["итог"].Should().Be("закрыта");
    }

    [TestMethod]
    [DataRow(429)]
    [DataRow(503)]
    public async Task Events_that_were_refused_once_are_asked_for_again(int refusal)
    {
        var streams = 0;
        await using var server = await TestServer.StartAsync(async context =>
        {
            if (context.Request.Path.Value != "/api/v1/notifications/stream")
            {
                await (context.Request.Path.Value == "/api/v1/notifications" ? StatusAsync(context, 404) : AnswerAsync(context, context.Request.Path.Value!, Volatile.Read(ref streams) > 1 ? Completed : Running));
                return;
            }

            await (Interlocked.Increment(ref streams) == 1 ? StatusAsync(context, refusal) : context.Response.WriteAsync($"data: {Message}\n\n"));
        });

        var outcome = await RunAsync(server).WaitAsync(TimeSpan.FromSeconds(25));

        outcome.Should().Be(RunOutcome.Succeeded);
        streams.Should().BeGreaterThan(1);
    }

    [TestMethod]
    public async Task After_a_lost_connection_it_finds_its_operation_again()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            if (context.Request.Path.Value!.StartsWith("/api/v1/notifications", StringComparison.Ordinal)) return StatusAsync(context, 404);
            if (context.Request.Path.Value.EndsWith("op-1", StringComparison.Ordinal) && Interlocked.Increment(ref looks) == 2) context.Abort();
            return AnswerAsync(context, context.Request.Path.Value, looks > 2 ? Completed : Running);
        });

        var outcome = await RunAsync(server);

        outcome.Should().Be(RunOutcome.Succeeded);
        screen.ToString().Should().Contain("Нет связи, ищу операцию…").And.Contain("│закрыта");
        server.Seen.Count(seen => seen.Target.EndsWith("/invoke", StringComparison.Ordinal)).Should().Be(1);
    }

    [TestMethod]
    public async Task Operation_that_failed_is_shown_as_a_call_that_failed()
    {
        await using var server = await TestServer.StartAsync(context => context.Request.Path.Value switch
        {
            "/api/v1/background/op-1/result" => context.Response.WriteAsync("""{"ok":false,"error":{"code":"Failed","reason":"ABNORMAL_END","message":"Сервер остановился","retryable":false,"inDoubt":true},"requestId":"r"}"""),
            "/api/v1/background/op-1" => context.Response.WriteAsync("""{"ok":true,"operationId":"op-1","status":"Error","messages":[],"requestId":"r"}"""),
            "/api/v1/connectors/Shop/invoke" => context.Response.WriteAsync(Running),
            _ => StatusAsync(context, 404),
        });

        var outcome = await RunAsync(server);

        outcome.Should().Be(RunOutcome.Failed);
        screen.ToString().Should().Contain("│Сервер остановился").And.Contain("│Возможно, выполнено");
    }

    private static Task AnswerAsync(HttpContext context, string path, string state) => context.Response.WriteAsync(path switch
    {
        "/api/v1/connectors/Shop/invoke" => Running,
        "/api/v1/background/op-1/result" => Result,
        _ => state,
    });

    private static Task StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync("{}");
    }

    private async Task<RunOutcome> RunAsync(TestServer server, TimeSpan? firstPoll = null)
    {
        options = TsdOptions.Parse(["--server", server.Address.ToString(), "--key", "k", "--action", "-"], _ => null);
        using var client = new ServerClient(server.Address, "k", "ru", TimeSpan.FromMilliseconds(1));
        using var input = new StringReader("");
        var runner = new ActionRunner(ActionFile.Parse(Action, "test"), options.Session, client, new Terminal(options, input, screen), firstPoll ?? TimeSpan.FromMilliseconds(10));
        return await runner.RunAsync(CancellationToken.None);
    }
}
