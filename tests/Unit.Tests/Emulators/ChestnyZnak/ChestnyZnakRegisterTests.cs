using System.Text.Json.Nodes;
using Emulators.ChestnyZnak;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class ChestnyZnakRegisterTests
{
    private const string Unknown = "0104600001000113215x<K9z";

    [TestMethod]
    public async Task Known_and_unknown_codes_stand_in_one_answer()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var code = rig.System.Seed.Code(rig.Milk);

        var answer = await rig.TrueAsync("v3 POST cises/info?pg=milk", new JsonArray(code.Cis, Unknown).ToJsonString());

        answer.Status.Should().Be(200);
        var rows = answer.Json.AsArray().ToDictionary(one => (string)one!["cisInfo"]!["requestedCis"]!, one => one!);
        ((string)rows[code.Cis]["cisInfo"]!["status"]!).Should().Be("INTRODUCED");
        rows[code.Cis]["errorCode"].Should().BeNull();
        ((string)rows[Unknown]["errorCode"]!).Should().Be("404");
    }

    [TestMethod]
    [DataRow("404")]
    [DataRow("504")]
    [DataRow("701")]
    [DataRow("401")]
    public async Task The_same_failure_of_all_codes_is_the_status_of_the_array(string error)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var codes = new[] { 1, 2 }.Select(_ => rig.System.Seed.Code(rig.Milk, change: one => one with { InfoError = error }).Cis).ToList();

        var answer = await rig.TrueAsync("v3 POST cises/info", new JsonArray([.. codes.Select(one => (JsonNode?)one)]).ToJsonString());

        answer.Status.Should().Be(int.Parse(error, null));
        answer.Json.AsArray().Select(one => (string)one!["errorCode"]!).Should().Equal(error, error);
    }

    [TestMethod]
    public async Task Codes_without_consent_or_contract_are_refused_as_a_whole()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var hidden = rig.System.Seed.Code(rig.Milk, change: one => one with { WithoutConsent = true, OwnerInn = "7736050003" });
        var fur = rig.System.Seed.Code(rig.System.Seed.Product(rig.Owner, group: "toys"));

        var without = await rig.TrueAsync("v3 POST cises/info", new JsonArray(hidden.Cis).ToJsonString());
        var foreign = await rig.TrueAsync("v3 POST cises/info", new JsonArray(fur.Cis).ToJsonString());

        (without.Status, foreign.Status).Should().Be((422, 403));
        ((string)without.Json["error_message"]!).Should().Contain("соглас");
    }

    [TestMethod]
    [DataRow(false, "[]")]
    [DataRow(true, "{}")]
    public async Task A_pack_shows_its_first_layer_and_what_is_none_shows_nothing(bool objects, string leaf)
    {
        await using var rig = await ChestnyZnakRig.StartAsync(new ChestnyZnakOptions { AggregateLeavesAsObjects = objects });
        var inner = rig.System.Seed.Pack("00146000010000000011", rig.System.Seed.Codes(rig.Milk, 2));
        rig.System.Seed.Pack("00146000010000000028", inner);

        var outer = await rig.TrueAsync("v3 POST cises/aggregated/list?pg=milk", """["00146000010000000028"]""");
        var none = await rig.TrueAsync("v3 POST cises/aggregated/list?pg=milk", $$"""["{{Unknown}}"]""");

        outer.Text.Should().Be($$$"""{"00146000010000000028":{"00146000010000000011":{{{leaf}}}}}""");
        (none.Status, none.Text).Should().Be((200, "{}"));
    }

    [TestMethod]
    public async Task A_pack_of_tobacco_is_found_with_and_without_its_price()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var pack = rig.System.Seed.Product(rig.Owner, group: "tobacco");
        rig.System.World.Products.Put(pack with { MaxPrice = 17_900 });
        var code = rig.System.Seed.Code(rig.System.World.Products.Find(pack.Gtin)!);

        var with = await rig.TrueAsync("v3 POST cises/info", new JsonArray(code.Cis).ToJsonString());
        var without = await rig.TrueAsync("v3 POST cises/info", new JsonArray(code.Cis[..21]).ToJsonString());

        code.Full.Should().HaveLength(29);
        code.Cis[21..].Should().Be("AC\"8");
        ((string)with.Json[0]!["cisInfo"]!["cis"]!).Should().Be(code.Cis);
        ((string)without.Json[0]!["cisInfo"]!["cis"]!).Should().Be(code.Cis);
    }

    [TestMethod]
    public async Task A_search_goes_on_behind_its_last_row()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var codes = rig.System.Seed.Codes(rig.Milk, 5).Select(one => one.Cis).ToList();
        string Ask(JsonNode? last) => new JsonObject
        {
            ["filter"] = new JsonObject { ["productGroups"] = new JsonArray("milk"), ["states"] = new JsonArray(new JsonObject { ["status"] = "INTRODUCED" }) },
            ["pagination"] = new JsonObject { ["perPage"] = 3, ["lastEmissionDate"] = last?["emissionDate"]?.DeepClone(), ["sgtin"] = last?["cis"]?.DeepClone() },
        }.ToJsonString();

        var first = (await rig.TrueAsync("v4 POST cises/search", Ask(null))).Json;
        var second = (await rig.TrueAsync("v4 POST cises/search", Ask(first["result"]![2]))).Json;

        ((bool)first["isLastPage"]!, (bool)second["isLastPage"]!).Should().Be((false, true));
        first["result"]!.AsArray().Concat(second["result"]!.AsArray()).Select(one => (string)one!["cis"]!).Should().BeEquivalentTo(codes);
    }

    [TestMethod]
    public async Task Cards_that_are_not_ready_are_absent()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var other = rig.System.Seed.Product(rig.Owner);
        rig.System.World.Products.Put(other with { NotReady = true });

        var answer = await rig.TrueAsync("v4 POST product/info", new JsonObject { ["gtins"] = new JsonArray(rig.Milk.Gtin, other.Gtin) }.ToJsonString());
        var own = await rig.TrueAsync("v4 GET product/gtin?pg=milk");

        answer.Json["results"]!.AsArray().Select(one => (string)one!["gtin"]!).Should().Equal(rig.Milk.Gtin);
        own.Json["results"]!.AsArray().Should().HaveCount(2);
    }

    [TestMethod]
    public async Task An_export_is_a_ZIP_with_a_CSV_and_wants_any_type_accepted()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var code = rig.System.Seed.Code(rig.Milk);
        var task = (await rig.TrueAsync("v3 POST dispenser/tasks", """{"name":"FILTERED_CIS_REPORT","format":"CSV","periodicity":"SINGLE","productGroupCode":8,"params":"{\"participantInn\":\"7707083893\"}"}""")).Json;
        var result = (await rig.TrueAsync($"v3 GET dispenser/results?page=0&size=10&pg=8&task_ids={task["id"]}")).Json["list"]![0]!;

        var refused = await rig.TrueAsync($"v3 GET dispenser/results/{result["id"]}/file?pg=8");
        var file = await rig.TrueAsync($"v3 GET dispenser/results/{result["id"]}/file?pg=8", accept: "*/*");
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file.Bytes));
        using var text = new StreamReader(zip.Entries.Single().Open());

        ((string)result["available"]!).Should().Be("AVAILABLE");
        refused.Status.Should().Be(406);
        (await text.ReadToEndAsync()).Should().Contain(code.Cis.Replace("\"", "\"\"", StringComparison.Ordinal));
    }
}
