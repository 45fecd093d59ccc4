using Cleverence.Connectivity.Exchange;

namespace Unit.Tests.Egais.Exchange;

[TestClass]
public sealed class EgaisDelayTests
{
    [TestMethod]
    [DataRow(0, 15)]
    [DataRow(1, 30)]
    [DataRow(2, 60)]
    [DataRow(3, 120)]
    [DataRow(4, 300)]
    [DataRow(99, 300)]
    public async Task The_search_comes_back_soon_and_then_less_often(int asked, int seconds)
    {
        await using var rig = await UtmRig.StartAsync();

        rig.Adapter.DelayOf(rig.Act() with { Stage = ExchangeStage.Uncertain, PollNumber = asked }).Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [TestMethod]
    public async Task Tickets_wake_what_the_UTM_has_taken()
    {
        await using var rig = await UtmRig.StartAsync();

        rig.Adapter.DelayOf(rig.Act() with { Stage = ExchangeStage.Accepted }).Should().BeNull();
    }
}
