using System.Text;
using System.Text.Json.Nodes;
using Emulators.ChestnyZnak;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class ChestnyZnakReportTests
{
    [TestMethod]
    public async Task Good_codes_of_a_report_take_effect_beside_bad_ones()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var codes = rig.System.Seed.Codes(rig.Milk, 2, "EMITTED");
        var done = rig.System.Seed.Code(rig.Milk, status: "APPLIED");

        var id = (string)(await rig.SignedSuzAsync("v3 POST utilisation", Report(codes[0].Full!, $"{codes[1].Full}\u001d3103000350", done.Full!, $"{codes[0].Full![..^1]}~"))).Json["reportId"]!;
        var info = (await rig.SuzAsync($"v3 GET report/info?reportId={id}")).Json;
        var receipt = (await rig.SuzAsync($"v3 GET receipts/receipt?resultDocId={id}")).Json["results"]![0]!;
        var content = (string)(await rig.SuzAsync($"v3 GET receipts/document?resultDocId={id}&docId={receipt["operations"]![0]!["docId"]}")).Json["content"]!;

        ((string)info["reportStatus"]!).Should().Be("PARTIALLY");
        ((int)receipt["state"]!).Should().Be(3);
        JsonNode.Parse(content)!["cislist"]!.AsArray().Select(one => (int)one!["code"]!).Should().Equal(0, 0, 1, 101);
        codes.Select(one => rig.System.World.Codes.Find(one.Cis)!.Status).Should().AllBe("APPLIED");
    }

    [TestMethod]
    public async Task A_report_without_its_attribute_is_rejected_with_the_reason()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var body = JsonNode.Parse(Report(rig.System.Seed.Code(rig.Milk, status: "EMITTED").Full!))!;
        body["attributes"] = new JsonObject();

        var id = (string)(await rig.SignedSuzAsync("v3 POST utilisation", body.ToJsonString())).Json["reportId"]!;
        var info = (await rig.SuzAsync($"v3 GET report/info?reportId={id}")).Json;

        ((string)info["reportStatus"]!).Should().Be("REJECTED");
        ((string)info["errorReason"]!).Should().Contain("expDate");
    }

    [TestMethod]
    public async Task A_report_passes_through_its_states()
    {
        var clock = new TestKit.ManualTimeProvider();
        await using var rig = await ChestnyZnakRig.StartAsync(new ChestnyZnakOptions { Clock = clock, ReportDelay = TimeSpan.FromSeconds(30) });
        var id = (string)(await rig.SignedSuzAsync("v3 POST utilisation", Report(rig.System.Seed.Code(rig.Milk, status: "EMITTED").Full!))).Json["reportId"]!;
        async Task<string> LaterAsync(int seconds)
        {
            clock.Advance(TimeSpan.FromSeconds(seconds));
            return (string)(await rig.SuzAsync($"v3 GET report/info?reportId={id}")).Json["reportStatus"]!;
        }

        string[] states = [await LaterAsync(0), await LaterAsync(11), await LaterAsync(10), await LaterAsync(9)];

        states.Should().Equal("PENDING", "READY_TO_SEND", "SENT", "SUCCESS");
    }

    [TestMethod]
    public async Task An_unsigned_order_waits_and_is_signed_by_its_exact_bytes()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var sent = ChestnyZnakOrderTests.Order(rig.Milk, 5);
        var id = (string)(await rig.SuzAsync("v3 POST order", sent)).Json["orderId"]!;

        var waiting = (await rig.SuzAsync("v3 GET documents/search?documentType=ORDER&limit=10&skip=0")).Json;
        var content = Encoding.UTF8.GetString(Convert.FromBase64String((string)(await rig.SuzAsync($"v3 GET documents/content?docId={id}")).Json["content"]!));
        var wrong = await rig.SuzAsync("v3 POST documents/sign", new JsonObject { ["docId"] = id, ["signature"] = ChestnyZnakRig.Cms("other", false) }.ToJsonString());
        var right = await rig.SuzAsync("v3 POST documents/sign", new JsonObject { ["docId"] = id, ["signature"] = ChestnyZnakRig.Cms(content, false) }.ToJsonString());
        var status = (await rig.SuzAsync($"v3 GET order/status?orderId={id}")).Json[0]!;

        ((int)waiting["totalCount"]!).Should().Be(1);
        content.Should().Be(sent);
        (wrong.Status, right.Status).Should().Be((422, 200));
        ((string)status["bufferStatus"]!).Should().Be("ACTIVE");
    }

    [TestMethod]
    public async Task A_waiting_document_may_be_deleted_once()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var id = (string)(await rig.SuzAsync("v3 POST utilisation", Report(rig.System.Seed.Code(rig.Milk, status: "EMITTED").Full!))).Json["reportId"]!;

        var first = await rig.SuzAsync($"v3 DELETE documents/delete?docId={id}");
        var second = await rig.SuzAsync($"v3 DELETE documents/delete?docId={id}");

        (first.Status, second.Status).Should().Be((200, 404));
    }

    [TestMethod]
    public async Task Receipts_prove_what_was_handed_out_when_the_order_is_closed()
    {
        await using var rig = await ChestnyZnakRig.StartAsync(new ChestnyZnakOptions { AutoClose = AutoClose.OnLastCode });
        var order = rig.System.Seed.Order(rig.Milk, 3, "own-1");
        var codes = (await rig.CodesAsync(order, 3)).Codes;

        var blocks = (await rig.SuzAsync("v3 POST receipts/receipt/search", new JsonObject { ["filter"] = new JsonObject { ["orderIds"] = new JsonArray(order.OrderId), ["workflowTypes"] = new JsonArray("GET_CODES") } }.ToJsonString())).Json["results"]!;
        var orders = (await rig.SuzAsync("v3 POST receipts/receipt/search", new JsonObject { ["filter"] = new JsonObject { ["productionOrderIds"] = new JsonArray("own-1"), ["workflowTypes"] = new JsonArray("ORDER") } }.ToJsonString())).Json["results"]!;
        var content = (string)(await rig.SuzAsync($"v3 GET receipts/document?resultDocId={blocks[0]!["resultDocId"]}&docId={blocks[0]!["operations"]![0]!["docId"]}")).Json["content"]!;

        ((int)blocks[0]!["operations"]![0]!["details"]!["products"]![0]!["quantity"]!).Should().Be(3);
        ((string)orders[0]!["resultDocId"]!).Should().Be(order.OrderId);
        JsonNode.Parse(content)!["codes"]!.AsArray().Select(one => (string)one!).Should().Equal(codes.Select(one => one[..24]));
    }

    private static string Report(params string[] codes) => new JsonObject
    {
        ["productGroup"] = "milk", ["sntins"] = new JsonArray([.. codes.Select(one => (JsonNode?)one)]), ["attributes"] = new JsonObject { ["expDate"] = "2099-01-01" },
    }.ToJsonString();
}
