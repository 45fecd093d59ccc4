using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;

namespace Unit.Tests.ChestnyZnak.Suz;

[TestClass]
public sealed class AsideTests
{
    [TestMethod]
    public async Task A_code_that_the_table_cannot_hold_is_set_aside_and_the_rest_of_its_portion_kept()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var order = Spoilt(rig, 20);

        var result = await rig.AskAsync("FetchOrder", ("orderId", order));

        var block = rig.System.World.Blocks.All.Should().ContainSingle().Subject;
        block.Codes.Should().Contain(code => code.Contains('\0'), "the station sent it");
        (await rig.Codes.CountAsync(new MarkingCodeQuery { OrderId = order }, CancellationToken.None)).Should().Be(19);
        (await rig.SubOrders.OfOrderAsync(order, CancellationToken.None)).Should().ContainSingle().Which.Attention.Should().Contain(block.BlockId).And.Contain("1 of 20 codes");
        ((List<object?>)result["warnings"]!).Should().ContainSingle().Which.As<string>().Should().Contain(block.BlockId);
        (await rig.Records.ListAsync(new RecordQuery("suz-aside") { Index2 = order }, CancellationToken.None)).Should().ContainSingle().Which.Key.Should().Be(block.BlockId);
    }

    [TestMethod]
    public async Task An_order_with_a_code_set_aside_goes_on_when_a_person_has_looked_and_comes_to_its_end()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var order = Spoilt(rig, 50);
        await rig.CallAsync("FetchOrder", ("orderId", order), ("count", 20L));

        await rig.CallAsync("ResumeOrder", ("orderId", order));
        await rig.CallAsync("FetchOrder", ("orderId", order));

        var held = (await rig.SubOrders.OfOrderAsync(order, CancellationToken.None)).Should().ContainSingle().Subject;
        held.Attention.Should().BeNull();
        held.Final.Should().BeTrue();
        held.Received.Should().Be(50);
        (await rig.Codes.CountAsync(new MarkingCodeQuery { OrderId = order }, CancellationToken.None)).Should().Be(49);
    }

    private static string Spoilt(SuzConnectorRig rig, int count)
    {
        var order = rig.System.Seed.Order(rig.Milk, count);
        rig.System.World.Orders.Put(order with { Buffers = [order.Buffers[0] with { SerialNumbers = ["ab\0cd"] }] });
        return order.OrderId;
    }
}
