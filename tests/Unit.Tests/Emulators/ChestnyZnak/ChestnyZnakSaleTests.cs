using System.Text;
using System.Text.Json.Nodes;
using Emulators.ChestnyZnak;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class ChestnyZnakSaleTests
{
    private const string Key = "11111111-2222-3333-4444-555555555555";

    [TestMethod]
    public async Task Each_code_of_a_check_has_its_own_verdict()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var good = rig.System.Seed.Code(rig.Milk);
        var sold = rig.System.Seed.Code(rig.Milk, status: "RETIRED");
        var blocked = rig.System.Seed.Code(rig.Milk, change: one => one with { BlockedBy = ["RAR"] });

        var answer = (await CheckAsync(rig, "cdn01", good.Full!, sold.Full!, blocked.Full!, good.Cis, "0104600001000113215x<K9z\u001d93zZ0=")).Json;
        var codes = answer["codes"]!.AsArray();

        ((int)answer["code"]!).Should().Be(0);
        Guid.TryParse((string)answer["reqId"]!, out _).Should().BeTrue();
        codes.Select(one => (int)one!["errorCode"]!).Should().Equal(0, 0, 0, 1, 10);
        codes.Select(one => (bool)one!["sold"]!).Should().Equal(false, true, false, false, false);
        codes.Select(one => (bool)one!["isBlocked"]!).Should().Equal(false, false, true, false, false);
        codes.Select(one => (bool)one!["found"]!).Should().Equal(true, true, true, false, false);
    }

    [TestMethod]
    public async Task Hosts_are_listed_told_apart_by_their_health_and_may_fail_each_in_its_way()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var code = rig.System.Seed.Code(rig.Milk);
        rig.System.Options.CdnHosts[0].Emergency = true;
        rig.System.Options.CdnHosts[1].Incomplete = true;
        rig.System.Options.CdnHosts.Add(new CdnHost { Name = "cdn03", CrossBorderDown = true });
        rig.System.Options.CdnHosts.Add(new CdnHost { Name = "cdn04", Refused = true });

        var list = (await AskAsync(rig, "cdn", "cdn/info")).Json["hosts"]!.AsArray().Select(one => (string)one!["host"]!).ToList();
        var health = (await AskAsync(rig, "cdn02", "cdn/health/check")).Json;
        var emergency = await CheckAsync(rig, "cdn01", code.Full!);
        var incomplete = (await CheckAsync(rig, "cdn02", code.Full!)).Json["codes"]![0]!;
        var abroad = (await CheckAsync(rig, "cdn03", code.Full!)).Json;

        list.Should().HaveCount(4).And.StartWith($"{rig.System.Address}cdn01").And.EndWith("http://127.0.0.1:1");
        ((int)health["avgTimeMs"]!).Should().Be(40);
        emergency.Status.Should().Be(203);
        incomplete["found"].Should().BeNull();
        ((int)incomplete["errorCode"]!).Should().Be(0);
        ((int)abroad["code"]!).Should().Be(5000);
    }

    [TestMethod]
    public async Task A_key_comes_from_the_sign_in_or_the_settings_and_another_is_refused()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var given = (await rig.TrueAsync("v3 POST auth/permissive-access", $$"""{"data":"{{ChestnyZnakRig.Cms("ABC", true)}}"}""")).Json;

        (await AskAsync(rig, "cdn", "cdn/info", (string)given["access_token"]!)).Status.Should().Be(200);
        (await AskAsync(rig, "cdn", "cdn/info", "other")).Status.Should().Be(401);
    }

    [TestMethod]
    [DataRow("ready", 200, 0)]
    [DataRow("initialization", 400, 4045)]
    [DataRow("not_configured", 400, 4045)]
    [DataRow("sync_error", 400, 4050)]
    public async Task The_local_module_answers_only_when_it_is_ready(string state, int status, int code)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        rig.System.Options.LocalModule.Status = state;
        var blocked = rig.System.Seed.Code(rig.Milk, change: one => one with { BlockedBy = ["RAR"] });

        var one = await LocalAsync(rig, "GET", $"api/v1/cis/outCheck?cis={Uri.EscapeDataString(blocked.Full!)}");
        var list = await LocalAsync(rig, "POST", "api/v2/cis/outCheck", new JsonObject { ["cis_list"] = new JsonArray(new JsonObject { ["cis"] = blocked.Cis }) }.ToJsonString());
        var told = await LocalAsync(rig, "GET", "api/v2/status");

        (one.Status, list.Status).Should().Be((status, status));
        ((int)one.Json["code"]!).Should().Be(code);
        ((bool?)(one.Json["codes"]?[0]?["isBlocked"])).Should().Be(status == 200 ? true : null);
        ((bool?)(list.Json["results"]?[0]?["codes"]?[0]?["isBlocked"])).Should().Be(status == 200 ? true : null);
        ((string)told.Json["status"]!).Should().Be(state);
    }

    [TestMethod]
    public async Task The_local_module_wants_its_password_and_is_initialised_with_the_key()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        rig.System.Options.LocalModule.Status = "not_configured";

        var stranger = await rig.SendAsync("GET", rig.System.LocalModule, "api/v1/status");
        await LocalAsync(rig, "POST", "api/v1/init", $$"""{"token":"{{Key}}"}""");

        stranger.Status.Should().Be(401);
        rig.System.Options.LocalModule.Status.Should().Be("ready");
    }

    [TestMethod]
    [DataRow("v1", false)]
    [DataRow("v2", false)]
    [DataRow("v3", true)]
    public async Task PIOT_takes_codes_in_base64_and_its_first_version_wraps_twice(string version, bool named)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        rig.System.Options.Piot.Offline = true;
        var full = rig.System.Seed.Code(rig.Milk).Full!;
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(full));
        var body = new JsonObject
        {
            ["codes"] = new JsonArray(named ? new JsonObject { ["cis"] = encoded, ["pg"] = 8 } : encoded),
            ["client_info"] = new JsonObject { ["name"] = "till", ["version"] = "1", ["id"] = "1", ["token"] = "t" },
        };

        var answer = await rig.SendAsync("POST", rig.System.Piot, $"api/{version}/codes/check", body.ToJsonString());
        body["codes"] = new JsonArray(full);
        var plain = await rig.SendAsync("POST", rig.System.Piot, $"api/{version}/codes/check", body.ToJsonString());

        var outer = answer.Json["codesResponse"]!;
        var inner = (version == "v1" ? outer["codesResponse"]! : outer)[0]!;
        ((string)inner["codes"]![0]!["cis"]!).Should().Be(full);
        ((bool)inner["isCheckedOffline"]!).Should().BeTrue();
        plain.Status.Should().Be(400);
    }

    private static Task<ChestnyZnakRig.Answer> AskAsync(ChestnyZnakRig rig, string host, string path, string key = Key) =>
        rig.SendAsync("GET", rig.System.Address, $"{host}/api/v4/true-api/{path}", headers: ("X-API-KEY", key));

    private static Task<ChestnyZnakRig.Answer> CheckAsync(ChestnyZnakRig rig, string host, params string[] codes) =>
        rig.SendAsync("POST", rig.System.Address, $"{host}/api/v4/true-api/codes/check", new JsonObject { ["codes"] = new JsonArray([.. codes.Select(one => (JsonNode?)one)]), ["fiscalDriveNumber"] = "9999078900000000" }.ToJsonString(), headers: ("X-API-KEY", Key));

    private static Task<ChestnyZnakRig.Answer> LocalAsync(ChestnyZnakRig rig, string verb, string path, string? body = null) =>
        rig.SendAsync(verb, rig.System.LocalModule, path, body, headers: ("Authorization", $"Basic {Convert.ToBase64String("admin:admin"u8)}"));
}
