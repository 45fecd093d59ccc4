using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Suz;

[TestClass]
public sealed class FetchTests
{
    [TestMethod]
    public async Task All_codes_of_an_order_come_in_portions_with_a_small_last_one()
    {
        await using var rig = await SuzRig.StartAsync();
        var order = await rig.OrderAsync(250);

        var report = await rig.FetchAsync();

        report.Notes.Should().BeEmpty();
        rig.Codes.All.Select(code => code.Text).Should().BeEquivalentTo(rig.System.Judge.HandedOut(order.OrderId));
        rig.System.World.Blocks.All.Select(block => block.Codes.Count).Should().Equal(100, 100, 20, 30);
        (await rig.SubOrderAsync(order.OrderId)).Final.Should().BeTrue();
        rig.Closings.Asked.Should().ContainSingle();
    }
}
