using System.Text;
using System.Text.Json.Nodes;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class ChestnyZnakControlTests
{
    [TestMethod]
    public async Task It_is_filled_from_outside()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var seed = new JsonObject
        {
            ["organisations"] = new JsonArray(new JsonObject { ["inn"] = "7736050003", ["omsId"] = "a1b2c3d4-0000-4000-8000-000000000001", ["omsConnection"] = "a1b2c3d4-0000-4000-8000-000000000002", ["productGroups"] = new JsonArray("water") }),
            ["products"] = new JsonArray(new JsonObject { ["gtin"] = "04607777777778", ["productGroup"] = "water", ["inn"] = "7736050003", ["templateId"] = 16 }),
            ["make"] = new JsonArray(new JsonObject { ["gtin"] = "04607777777778", ["count"] = 2, ["status"] = "EMITTED" }),
            ["makeOrders"] = new JsonArray(new JsonObject { ["gtin"] = "04607777777778", ["quantity"] = 7, ["productionOrderId"] = "own" }),
        };

        var answer = (await rig.SendAsync("POST", rig.System.Address, "_emulator/seed", seed.ToJsonString())).Json;

        answer["codes"]!.AsArray().Select(one => rig.System.World.CodeOf((string)one!)!.Status).Should().Equal("EMITTED", "EMITTED");
        rig.System.World.Orders.Find((string)answer["orders"]![0]!)!.ProductionOrderId.Should().Be("own");
    }

    [TestMethod]
    public async Task Faults_are_armed_and_the_judge_is_asked_from_outside()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var order = rig.System.Seed.Order(rig.Milk, 5);
        var fault = new JsonObject { ["kind"] = "Status", ["endpoint"] = "suz *", ["status"] = 429, ["body"] = "Empty", ["retryAfter"] = 3 }.ToJsonString();

        var armed = await rig.SendAsync("POST", rig.System.Address, "_emulator/faults", fault);
        var struck = await rig.SuzAsync("v3 GET ping");
        var codes = (await rig.CodesAsync(order, 2)).Codes;
        var handedOut = await rig.SendAsync("GET", rig.System.Address, $"_emulator/handed-out?orderId={order.OrderId}");
        var requests = await rig.SendAsync("GET", rig.System.Address, "_emulator/requests");
        var wrong = await rig.SendAsync("POST", rig.System.Address, "_emulator/faults", """{"kind":"Nothing"}""");

        armed.Status.Should().Be(204);
        struck.Status.Should().Be(429);
        Encoding.UTF8.GetString(handedOut.Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Equal(codes);
        requests.Text.Should().Contain("suz GET codes\t1\n").And.Contain("suz GET ping\t1\n");
        wrong.Status.Should().Be(400);
    }
}
