using System.Text.Json.Nodes;
using Emulators.ChestnyZnak;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class ChestnyZnakStrictnessTests
{
    private const string Cis = "0104600001000113215x<K9z";

    [TestMethod]
    [DataRow("v4 GET auth/key")]
    [DataRow("v4 POST lk/documents/create?pg=milk")]
    [DataRow("v3 GET doc/list?pg=milk")]
    [DataRow("v3 GET doc/0a0b/info?pg=milk")]
    [DataRow("v4 POST cises/info")]
    [DataRow("v3 POST cises/search")]
    [DataRow("v3 POST product/info")]
    public async Task A_method_under_another_version_is_not_there(string call)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();

        var answer = await rig.TrueAsync(call, call.Contains("POST", StringComparison.Ordinal) ? "{}" : null);
        rig.System.Options.WrongVersionStatus = 410;
        var gone = await rig.TrueAsync(call, call.Contains("POST", StringComparison.Ordinal) ? "{}" : null);

        answer.Status.Should().Be(404);
        gone.Status.Should().Be(410);
    }

    [TestMethod]
    [DataRow("0104600001000113215x<K9z\u001d93zZ0=")]
    [DataRow("0104600001000113215x<K9z93zZ0=")]
    [DataRow("(01)04600001000113(21)5x<K9z")]
    [DataRow("00000040100005aB3+xY9ABzUKp7/")]
    [DataRow("0104600001000113215xЫK9z")]
    [DataRow("04600001000113")]
    public async Task What_is_no_КИ_is_refused_where_КИ_is_asked_for(string text)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();

        var answer = await rig.TrueAsync("v3 POST cises/info", new JsonArray(Cis, text).ToJsonString());

        answer.Status.Should().Be(400);
        ((string)answer.Json["error_message"]!).Should().Contain("код");
    }

    [TestMethod]
    [DataRow("v3 POST lk/documents/create")]
    [DataRow("v4 GET doc/list")]
    [DataRow("v4 GET doc/0a0b/info")]
    [DataRow("v3 POST cises/aggregated/list")]
    [DataRow("v4 GET product/gtin")]
    [DataRow("v3 POST document/reprocess")]
    public async Task A_call_without_its_group_is_refused(string call)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();

        var answer = await rig.TrueAsync(call, call.Contains("POST", StringComparison.Ordinal) ? "{}" : null);

        answer.Status.Should().Be(400);
        ((string)answer.Json["error_message"]!).Should().Contain("pg");
    }

    [TestMethod]
    [DataRow("pg=furs", 403)]
    [DataRow("pg=nothing", 400)]
    [DataRow("pg=milk&limit=1001", 400)]
    [DataRow("pg=milk&senderInn=7707083893&receiverInn=7707083893", 400)]
    [DataRow("pg=milk&did=1", 400)]
    [DataRow("pg=milk&colour=red", 400)]
    public async Task A_wrong_query_of_the_list_is_refused(string query, int status)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();

        (await rig.TrueAsync($"v4 GET doc/list?{query}")).Status.Should().Be(status);
    }

    [TestMethod]
    public async Task More_codes_than_the_limit_are_refused()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var many = new JsonArray([.. Enumerable.Repeat(Cis, 1001).Select(one => (JsonNode?)one)]).ToJsonString();
        var order = rig.System.Seed.Order(rig.Milk, 200_000);

        (await rig.TrueAsync("v3 POST cises/info", many)).Status.Should().Be(400);
        (await rig.TrueAsync("v3 POST cises/info", "[]")).Status.Should().Be(400);
        (await rig.CodesAsync(order, 150_001)).Status.Should().Be(400);
        (await rig.CodesAsync(order, 0)).Status.Should().Be(400);
    }

    [TestMethod]
    [DataRow("text/plain", 406)]
    [DataRow("", 406)]
    [DataRow("application/json", 200)]
    [DataRow("*/*", 200)]
    public async Task The_answer_s_type_must_be_accepted(string accept, int status)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();

        (await rig.TrueAsync("v4 GET doc/list?pg=milk", accept: accept)).Status.Should().Be(status);
    }

    [TestMethod]
    [DataRow("not json")]
    [DataRow("{\"filter\":")]
    [DataRow("[]")]
    [DataRow("{\"filter\":\"milk\"}")]
    [DataRow("{\"filter\":{\"productGroups\":\"milk\"}}")]
    [DataRow("{\"filter\":{\"productGroups\":[\"milk\"],\"states\":[1]}}")]
    [DataRow("{\"filter\":{},\"filter\":{}}")]
    public async Task A_body_that_is_no_fitting_JSON_object_is_refused(string body)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        rig.System.Seed.Code(rig.Milk);

        (await rig.TrueAsync("v4 POST cises/search", body)).Status.Should().Be(400);
    }

    [TestMethod]
    public async Task A_body_of_another_type_is_refused()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();

        var answer = await rig.SendAsync("POST", rig.System.TrueApi, "api/v4/true-api/cises/search", "{}", type: "text/plain", headers: ("Authorization", $"Bearer {rig.Token}"));

        answer.Status.Should().Be(415);
    }

    [TestMethod]
    public async Task Without_a_token_nothing_is_told()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        (rig.Token, rig.ClientToken) = (rig.ClientToken, rig.Token);

        (await rig.TrueAsync("v4 GET doc/list?pg=milk")).Status.Should().Be(401);
        (await rig.SuzAsync("v3 GET ping")).Status.Should().Be(401);
    }

    [TestMethod]
    public async Task Rates_are_kept_when_asked_for()
    {
        var clock = new TestKit.ManualTimeProvider();
        await using var rig = await ChestnyZnakRig.StartAsync(new ChestnyZnakOptions { Clock = clock, LimitRates = true });
        var body = new JsonObject { ["codes"] = new JsonArray(Cis) }.ToJsonString();

        var first = await rig.TrueAsync("v3 POST cises/check", body);
        var soon = await rig.TrueAsync("v3 POST cises/check", body);
        clock.Advance(TimeSpan.FromSeconds(2));
        var later = await rig.TrueAsync("v3 POST cises/check", body);

        (first.Status, soon.Status, later.Status).Should().Be((200, 429, 200));
        soon.RetryAfter.Should().Be(TimeSpan.FromSeconds(2));
    }
}
