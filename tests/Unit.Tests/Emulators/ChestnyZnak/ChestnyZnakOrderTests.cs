using System.Text.Json.Nodes;
using Emulators.ChestnyZnak;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class ChestnyZnakOrderTests
{
    [TestMethod]
    public async Task A_signed_order_waits_and_then_gives_codes()
    {
        var clock = new TestKit.ManualTimeProvider();
        await using var rig = await ChestnyZnakRig.StartAsync(new ChestnyZnakOptions { Clock = clock, OrderDelay = TimeSpan.FromMinutes(1) });

        var made = await rig.SignedSuzAsync("v3 POST order", Order(rig.Milk, 5));
        var id = (string)made.Json["orderId"]!;
        var waiting = (await rig.SuzAsync($"v3 GET order/status?orderId={id}")).Json[0]!;
        clock.Advance(TimeSpan.FromMinutes(1));
        var ready = (await rig.SuzAsync($"v3 GET order/status?orderId={id}")).Json[0]!;

        ((long)made.Json["expectedCompleteTimestamp"]!).Should().Be(60_000);
        ((string)waiting["bufferStatus"]!).Should().Be("PENDING");
        new[] { "totalCodes", "totalPassed", "availableCodes", "leftInBuffer", "unavailableCodes" }.Select(name => (int)waiting[name]!).Should().AllBeEquivalentTo(-1);
        ((string)ready["bufferStatus"]!).Should().Be("ACTIVE");
        ((int)ready["availableCodes"]!).Should().Be(5);
    }

    [TestMethod]
    public async Task Each_call_of_codes_hands_out_others_until_there_are_none()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var order = rig.System.Seed.Order(rig.Milk, 5);

        var first = await rig.CodesAsync(order, 3);
        var second = await rig.CodesAsync(order, 3);
        var third = await rig.CodesAsync(order, 3);

        first.Codes.Should().HaveCount(3);
        second.Codes.Should().HaveCount(2);
        first.Codes.Concat(second.Codes).Should().OnlyHaveUniqueItems().And.AllSatisfy(code => code.Should().MatchRegex($"^01{rig.Milk.Gtin}215.{{5}}\u001d93.{{4}}$"));
        third.Status.Should().Be(400);
        rig.System.Judge.HandedOut(order.OrderId).Should().Equal(first.Codes.Concat(second.Codes));
    }

    [TestMethod]
    public async Task A_lost_block_is_found_in_the_list_and_read_once_more_while_the_order_is_open()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var order = rig.System.Seed.Order(rig.Milk, 5);
        rig.System.Faults.Add(new Fault(FaultKind.ResetAfter, "suz GET codes"));
        await rig.Invoking(one => one.CodesAsync(order, 3)).Should().ThrowAsync<HttpRequestException>();

        var blocks = (await rig.SuzAsync($"v3 GET order/codes/blocks?orderId={order.OrderId}&gtin={rig.Milk.Gtin}")).Json["blocks"]!.AsArray();
        var again = await rig.SuzAsync($"v3 GET order/codes/retry?blockId={blocks[0]!["blockId"]}");
        await rig.SignedSuzAsync("v3 POST order/close", $$"""{"orderId":"{{order.OrderId}}"}""");
        var closed = await rig.SuzAsync($"v3 GET order/codes/retry?blockId={blocks[0]!["blockId"]}");

        ((int)blocks.Single()!["quantity"]!).Should().Be(3);
        again.Codes.Should().Equal(rig.System.Judge.HandedOut(order.OrderId));
        closed.Status.Should().Be(400);
        rig.System.Judge.Annulled(order.OrderId).Should().Be(2);
    }

    [TestMethod]
    public async Task An_order_may_close_by_itself_with_the_last_code()
    {
        await using var rig = await ChestnyZnakRig.StartAsync(new ChestnyZnakOptions { AutoClose = AutoClose.OnLastCode });
        var order = rig.System.Seed.Order(rig.Milk, 2);

        await rig.CodesAsync(order, 2);
        var blocks = await rig.SuzAsync($"v3 GET order/codes/blocks?orderId={order.OrderId}&gtin={rig.Milk.Gtin}");

        rig.System.World.Orders.Find(order.OrderId)!.Status.Should().Be("CLOSED");
        blocks.Status.Should().Be(400);
    }

    [TestMethod]
    public async Task An_order_sent_twice_under_one_own_id_is_a_double()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var body = Order(rig.Milk, 5);

        await rig.SignedSuzAsync("v3 POST order", body);
        var once = rig.System.Judge.Doubles();
        await rig.SignedSuzAsync("v3 POST order", body);

        once.Should().BeEmpty();
        rig.System.Judge.Doubles().Should().ContainSingle().Which.Kind.Should().Be("ORDER");
    }

    [TestMethod]
    [DataRow("aaaaa,bbbbb", 200)]
    [DataRow("aaaaa,aaaaa", 400)]
    [DataRow("aaaaa", 400)]
    [DataRow("aaaaaa,bbbbbb", 400)]
    public async Task Serial_numbers_of_the_caller_s_own_follow_the_country_s_digit(string serials, int status)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var order = JsonNode.Parse(Order(rig.Milk, 2))!;
        order["products"]![0]!["serialNumberType"] = "SELF_MADE";
        order["products"]![0]!["serialNumbers"] = new JsonArray([.. serials.Split(',').Select(one => (JsonNode?)one)]);

        var answer = await rig.SignedSuzAsync("v3 POST order", order.ToJsonString());
        var codes = await rig.SuzAsync($"v3 GET codes?orderId={answer.Json["orderId"] ?? "none"}&gtin={rig.Milk.Gtin}&quantity=2");

        answer.Status.Should().Be(status);
        string.Join(',', rig.System.Judge.HandedOut().Select(code => code[19..24])).Should().Be(codes.Status == 200 ? serials : "");
    }

    internal static string Order(Product product, int quantity, string own = "4d7a4d2e-1111-4222-8333-944455556666") => new JsonObject
    {
        ["productGroup"] = product.ProductGroup,
        ["products"] = new JsonArray(new JsonObject { ["gtin"] = product.Gtin, ["quantity"] = quantity, ["serialNumberType"] = "OPERATOR", ["templateId"] = product.TemplateId, ["cisType"] = "UNIT" }),
        ["attributes"] = new JsonObject { ["releaseMethodType"] = "PRODUCTION", ["createMethodType"] = "SELF_MADE", ["paymentType"] = 2, ["productionOrderId"] = own },
    }.ToJsonString();
}
