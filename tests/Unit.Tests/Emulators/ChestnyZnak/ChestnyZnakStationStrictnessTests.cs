using System.Text.Json.Nodes;
using Emulators.ChestnyZnak;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class ChestnyZnakStationStrictnessTests
{
    [TestMethod]
    public async Task An_order_without_omsId_or_with_a_foreign_one_is_refused()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();

        var without = await rig.SendAsync("GET", rig.System.Suz, "api/v3/ping", headers: ("clientToken", rig.ClientToken));
        var foreign = await rig.SuzAsync("v3 GET ping", omsId: Guid.NewGuid().ToString());

        without.Status.Should().Be(400);
        ((bool)without.Json["success"]!).Should().BeFalse();
        ((string)without.Json["globalErrors"]![0]!["error"]!).Should().Contain("omsId");
        foreign.Status.Should().Be(403);
    }

    [TestMethod]
    public async Task A_UUID_in_capitals_is_refused_unless_it_is_allowed()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var capitals = rig.Owner.OmsId.ToUpperInvariant();

        var refused = await rig.SuzAsync("v3 GET ping", omsId: capitals);
        rig.System.Options.RefuseUpperCaseUuid = false;
        var allowed = await rig.SuzAsync("v3 GET ping", omsId: capitals);

        refused.Status.Should().Be(400);
        allowed.Status.Should().Be(200);
    }

    [TestMethod]
    [DataRow(true, null, 413)]
    [DataRow(false, "other bytes", 422)]
    [DataRow(false, null, 200)]
    public async Task The_signature_of_an_order_is_detached_and_over_its_exact_bytes(bool attached, string? other, int status)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var body = ChestnyZnakOrderTests.Order(rig.Milk, 5);

        var answer = await rig.SuzAsync("v3 POST order", body, ChestnyZnakRig.Cms(other ?? body, attached));

        answer.Status.Should().Be(status, answer.Text);
    }

    [TestMethod]
    public async Task A_signed_GET_is_signed_over_path_and_query()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();

        var path = $"codes?orderId={rig.System.Seed.Order(rig.Milk, 1).OrderId}&gtin={rig.Milk.Gtin}&quantity=1";

        var wrong = await rig.SuzAsync($"v3 GET {path}", signature: ChestnyZnakRig.Cms("/api/v3/other", false));
        var right = await rig.SuzAsync($"v3 GET {path}", signature: ChestnyZnakRig.Cms($"/api/v3/{path}&omsId={rig.Owner.OmsId}", false));

        (wrong.Status, right.Status).Should().Be((422, 200));
    }

    [TestMethod]
    [DataRow("v2 GET order/status?orderId=1")]
    [DataRow("v2 GET ping")]
    public async Task The_interface_before_is_gone(string call)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();

        (await rig.SuzAsync(call)).Status.Should().Be(404);
    }

    [TestMethod]
    [DataRow("""{"products":[]}""")]
    [DataRow("""{"products":[{"gtin":"04600001000107","quantity":1,"serialNumberType":"OPERATOR","templateId":20}]}""")]
    [DataRow("""{"products":[{"gtin":"04600009990007","quantity":1,"serialNumberType":"OPERATOR","templateId":20}]}""")]
    [DataRow("""{"attributes":{"releaseMethodType":"PRODUCTION","productionOrderId":""}}""")]
    [DataRow("""{"attributes":{"productionOrderId":"1"}}""")]
    public async Task A_wrong_order_is_refused_and_makes_nothing(string wrong)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var order = JsonNode.Parse(ChestnyZnakOrderTests.Order(rig.Milk, 5))!;
        var (name, value) = JsonNode.Parse(wrong)!.AsObject().Single();
        order[name] = value!.DeepClone();

        var answer = await rig.SignedSuzAsync("v3 POST order", order.ToJsonString());

        answer.Status.Should().Be(400);
        rig.System.World.Orders.Count.Should().Be(0);
    }

    [TestMethod]
    [DataRow(10, 200)]
    [DataRow(11, 400)]
    public async Task An_order_holds_ten_products_at_most(int count, int status)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var order = JsonNode.Parse(ChestnyZnakOrderTests.Order(rig.Milk, 5))!;
        order["products"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => rig.System.Seed.Product(rig.Owner)).Select(one => new JsonObject { ["gtin"] = one.Gtin, ["quantity"] = 1, ["serialNumberType"] = "OPERATOR", ["templateId"] = 20 })]);

        (await rig.SignedSuzAsync("v3 POST order", order.ToJsonString())).Status.Should().Be(status);
    }

    [TestMethod]
    public async Task Codes_that_were_not_taken_in_their_time_are_annulled()
    {
        var clock = new TestKit.ManualTimeProvider();
        await using var rig = await ChestnyZnakRig.StartAsync(new ChestnyZnakOptions { Clock = clock, TokenLife = TimeSpan.FromDays(40) });
        var order = rig.System.Seed.Order(rig.Milk, 5);
        await rig.CodesAsync(order, 2);

        clock.Advance(TimeSpan.FromDays(30));
        var late = await rig.CodesAsync(order, 2);

        late.Status.Should().Be(400);
        rig.System.Judge.Annulled(order.OrderId).Should().Be(3);
    }

    [TestMethod]
    public async Task A_declined_order_shows_its_reason_and_no_counts()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        rig.System.World.Products.Put(rig.Milk with { DeclineReason = "нет договора" });
        var id = (string)(await rig.SignedSuzAsync("v3 POST order", ChestnyZnakOrderTests.Order(rig.Milk, 5))).Json["orderId"]!;

        var buffer = (await rig.SuzAsync($"v3 GET order/status?orderId={id}")).Json[0]!;
        var listed = (await rig.SuzAsync("v3 GET order/list")).Json["orderInfos"]![0]!;

        ((string)buffer["bufferStatus"]!).Should().Be("REJECTED");
        ((string)buffer["rejectionReason"]!).Should().Be("Order declined: нет договора");
        ((int)buffer["totalCodes"]!).Should().Be(-1);
        ((string)listed["orderStatus"]!).Should().Be("DECLINED");
    }
}
