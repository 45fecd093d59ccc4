namespace Integration.Tests.Background;

/// <summary>A power cut in the middle of operations never ends in silence.</summary>
[TestClass]
public sealed class LostOperationTests
{
    private static readonly ServerSetup Setup = new() { Connectors = BackgroundViews.Connectors, Plugins = [Built.Plugin("Hanging")] };

    [TestMethod]
    public async Task Operation_in_work_is_lost_after_a_restart_its_owner_is_told_and_finished_portions_are_kept()
    {
        await using var first = await ServerProcess.StartAsync(Setup);
        var single = await first.Client.StartedAsync("A");
        var portions = await first.Client.StartedAsync("A", """{"method":"Portion","background":true,"wait":0,"threads":1,"portions":[{"key":"done","args":["a"]},{"key":"hangs","args":["hang"]}]}""");
        await Eventually.BecomesAsync(
            () => first.Client.OperationAsync("A", portions), answer => answer.Text.Contains("1 / 2", StringComparison.Ordinal));
        await first.KillAsync();

        await using var second = await ServerProcess.StartAsync(Setup with { Home = first.Home, Key = first.Key });
        var lost = await second.Client.OperationAsync("A", single);
        var result = await second.Client.GetAsync($"/api/v1/background/{single}/result", BackgroundViews.Device("A"), ("Accept-Language", "ru"));
        var kept = await second.Client.GetAsync($"/api/v1/background/{portions}/portions", BackgroundViews.Device("A"));
        var ends = (await second.Client.ToldAsync("A")).Where(told => told.GetProperty("result").GetProperty("status").GetString() == "Error").ToList();
        var ready = await second.Client.GetAsync("/health/ready");

        lost.StatusOf().Should().Be("Error");
        lost.Json.GetProperty("outcome").GetString().Should().Be("Lost");
        lost.Json.GetProperty("errorInfo").GetProperty("short").GetString().Should().Contain("abnormal end");
        lost.Json.GetProperty("messages").GetArrayLength().Should().Be(1, "what was told before is kept");
        result.Message.Should().Contain("аварийно");
        result.Json.GetProperty("error").GetProperty("inDoubt").GetBoolean().Should().BeTrue();
        kept.Json.GetProperty("portions").GetProperty("done").GetProperty("value").GetString().Should().Be("a after 1");
        kept.Json.GetProperty("portions").GetProperty("hangs").GetProperty("status").GetString().Should().Be("Running");
        ends.Select(told => told.GetProperty("operationId").GetString()).Should().BeEquivalentTo([single, portions]);
        ready.Status.Should().Be(200);
    }

    [TestMethod]
    public async Task Result_and_request_id_outlive_a_restart()
    {
        const string body = """{"method":"IsFollowedBy","background":true,"wait":20}""";
        await using var first = await ServerProcess.StartAsync(Setup);
        await first.Client.StartAsync("A", body, "kept");
        await first.KillAsync();

        await using var second = await ServerProcess.StartAsync(Setup with { Home = first.Home, Key = first.Key });
        var repeat = await second.Client.StartAsync("A", body, "kept");

        (repeat.Status, repeat.Value.GetBoolean()).Should().Be((200, true), repeat.Text);
    }
}
