namespace Unit.Tests.Emulators;

[TestClass]
public sealed class OneCLongOperationTests
{
    [TestMethod]
    [DataRow("Completed")]
    [DataRow("Failed")]
    [DataRow("Canceled")]
    [DataRow("Unknown")]
    public async Task A_long_operation_is_asked_for_until_it_ends(string end)
    {
        await using var rig = await OneCRig.StartAsync();
        var started = await rig.CallAsync("ДолгаяОперация", $$"""{"Опросов": 1, "Итог": "{{end}}"}""");
        var address = $"hs/conn/v1/operations/{(string)started.Json["operation"]!["id"]!}";

        var states = new[] { await rig.SendAsync("GET", address), await rig.SendAsync("GET", address) };

        started.Status.Should().Be(202);
        ((string?)started.Json["operation"]!["state"]).Should().Be("Active");
        states.Select(answer => (string?)answer.Json["operation"]!["state"]).Should().Equal(end == "Unknown" ? ["Canceled", "Canceled"] : ["Active", end]);
        (states[1].Json["result"] is not null).Should().Be(end == "Completed");
    }

    [TestMethod]
    public async Task A_long_operation_is_cancelled()
    {
        await using var rig = await OneCRig.StartAsync();
        var id = (string)(await rig.CallAsync("ДолгаяОперация", """{"Опросов": -1}""")).Json["operation"]!["id"]!;

        var cancelled = await rig.SendAsync("DELETE", $"hs/conn/v1/operations/{id}", "");

        ((string?)cancelled.Json["operation"]!["state"]).Should().Be("Canceled");
    }
}
