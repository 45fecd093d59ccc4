using Microsoft.AspNetCore.Http;
using TsdClient;
using Unit.Tests.Transport;

namespace Unit.Tests.Samples.Tsd;

[TestClass]
public sealed class IdleNoticesTests
{
    private const string Notice = """{"notifications":[{"kind":"5d0c2b9e-7f43-4b0a-9a6c-61c1a3e84f17","operationId":"op-9","sentAtUtcMs":5,"group":"op-9","result":{"messages":[],"notice":{"text":"Смена закрыта","explanation":null,"key":null,"status":"Information"}}}],"next":5}""";

    [TestMethod]
    public async Task Notice_is_shown_once_while_the_handheld_waits_for_a_scan()
    {
        var polls = 0;
        await using var server = await TestServer.StartAsync(context =>
        {
            Interlocked.Increment(ref polls);
            return context.Response.WriteAsync(Notice);
        });
        var options = TsdOptions.Parse(["--server", server.Address.ToString(), "--key", "k", "--action", "-"], _ => null);
        using var client = new ServerClient(server.Address, "k", "ru");
        using var input = new StringReader("");
        using var screen = new StringWriter();
        using var stop = new CancellationTokenSource();
        var idle = new IdleNotices(client, options.Session, new Terminal(options, input, screen), new StrangeNotices(TimeProvider.System), TimeSpan.FromMilliseconds(5));

        var watching = idle.ShowAsync("Товар", stop.Token);
        SpinWait.SpinUntil(() => Volatile.Read(ref polls) > 3, TimeSpan.FromSeconds(20)).Should().BeTrue();
        await stop.CancelAsync();
        await watching;

        screen.ToString().Split("│! Смена закрыта").Should().HaveCount(2, "it is shown once");
    }
}
