namespace Integration.Tests.Classic;

/// <summary>The limit of a classic connector is a number in its unit, and what follows when it passes is configured.</summary>
[TestClass]
public sealed class ClassicLimitTests
{
    private static ServerProcess server = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context) => server = await ServerProcess.StartAsync(new ServerSetup
    {
        Connectors = """
            { "connectors": [
                { "id": "Milliseconds", "type": "VendorConnector", "timeout": 60 },
                { "id": "Seconds", "type": "VendorConnector", "timeout": 60, "timeoutUnit": "s" },
                { "id": "Second", "type": "VendorConnector", "timeout": 1, "timeoutUnit": "s" },
                { "id": "NoLimit", "type": "VendorConnector", "timeout": 0 },
                { "id": "Own", "type": "VendorConnector", "timeout": 60, "settings": { "IsSelfTimeoutBehavior": true } },
                { "id": "Again", "type": "VendorConnector", "timeout": 2000, "timeoutBehavaior": "ReInvoke", "reInvoke": ["FailsSlowlyOnce"] },
                { "id": "NotListed", "type": "VendorConnector", "timeout": 2000, "timeoutBehavior": "ReInvoke", "reInvoke": ["Other"] },
                { "id": "Throws", "type": "VendorConnector", "timeout": 2000, "timeoutBehavaior": "ThrowException", "reInvoke": ["FailsSlowlyOnce"] },
                { "id": "Modern", "type": "Hanging", "timeout": 5000 } ] }
            """,
        Plugins = [Built.Plugin("Vendor"), Built.Plugin("Hanging")],
    });

    [ClassCleanup]
    public static async Task StopAsync() => await server.DisposeAsync();

    [TestMethod]
    [DataRow("Milliseconds", 2000)]
    [DataRow("Second", 3000)]
    public async Task Call_over_the_limit_in_its_unit_is_a_time_out(string id, int milliseconds)
    {
        var answer = await server.Client.InvokeAsync(id, $$"""{"method":"Slow","args":[{{milliseconds}}]}""");

        answer.Status.Should().Be(504, answer.Text);
        answer.Code.Should().Be("Timeout");
        answer.Message.Should().Contain("within 1 s");
    }

    [TestMethod]
    [DataRow("Seconds")]
    [DataRow("NoLimit")]
    [DataRow("Own")]
    public async Task Call_within_the_limit_or_without_one_or_with_the_connectors_own_is_answered(string id)
    {
        (await server.Client.InvokeAsync(id, """{"method":"Slow","args":[500]}""")).Text.Should().Contain("\"value\":\"done\"");
    }

    [TestMethod]
    public async Task Method_listed_for_ReInvoke_is_called_once_more_after_its_limit()
    {
        var answer = await server.Client.InvokeAsync("Again", """{"method":"FailsSlowlyOnce","args":[2500]}""");

        answer.Status.Should().Be(200, answer.Text);
        answer.Value.GetInt32().Should().Be(2);
    }

    [TestMethod]
    [DataRow("NotListed")]
    [DataRow("Throws")]
    public async Task Method_not_listed_or_under_ThrowException_is_called_once(string id)
    {
        var answer = await server.Client.InvokeAsync(id, """{"method":"FailsSlowlyOnce","args":[2500]}""");
        var next = await Eventually.BecomesAsync(() => server.Client.InvokeAsync(id, """{"method":"FailsSlowlyOnce","args":[0]}"""), seen => seen.Status == 200);

        answer.Code.Should().Be("Timeout", answer.Text);
        next.Value.GetInt32().Should().Be(2);
    }

    [TestMethod]
    public async Task Suspicious_units_are_warned_of_and_a_bare_number_of_a_modern_connector_is_refused()
    {
        var modern = await server.Client.InvokeAsync("Modern", """{"method":"Ping"}""", ("Accept-Language", "ru"));

        server.Log.Should().Contain("Milliseconds").And.MatchRegex("(?s)warn.*Milliseconds.*60");
        modern.Status.Should().Be(503);
        modern.Message.Should().Contain("пишите чч:мм:сс");
    }
}
