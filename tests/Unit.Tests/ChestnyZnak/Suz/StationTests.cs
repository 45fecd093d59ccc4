using Cleverence.Connectivity;
using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Suz;

[TestClass]
public sealed class StationTests
{
    [TestMethod]
    public async Task The_station_answers_a_ping_and_tells_its_lists()
    {
        await using var rig = await SuzConnectorRig.StartAsync();

        var ping = await rig.AskAsync("Suz.Ping");
        var providers = (ConnectorTable)(await rig.CallAsync("Suz.Providers"))!;
        var places = (ConnectorTable)(await rig.CallAsync("Suz.Places", ("productGroup", "milk")))!;

        ping["omsId"].Should().Be(rig.Owner.OmsId);
        providers.Rows.Should().ContainSingle();
        places.Rows.Should().ContainSingle();
    }

    [TestMethod]
    public async Task An_order_is_shown_as_it_stands_there_and_here()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var order = rig.System.Seed.Order(rig.Milk, 30);
        await rig.CallAsync("FetchOrder", ("orderId", order.OrderId), ("count", 10L));

        var shown = await rig.AskAsync("GetOrder", ("orderId", order.OrderId));
        var receipts = (ConnectorTable)(await rig.CallAsync("Suz.Receipts", ("id", order.OrderId)))!;
        var products = await rig.AskAsync("Suz.OrderProducts", ("orderId", order.OrderId));
        var list = (ConnectorTable)(await rig.CallAsync("ListOrders"))!;

        var product = (ConnectorRecord)((List<object?>)shown["products"]!)[0]!;
        product["state"].Should().Be("ACTIVE");
        product["received"].Should().Be(10L);
        product["passed"].Should().Be(10L);
        receipts.Rows.Should().ContainSingle();
        products.Names.Should().Contain(rig.Milk.Gtin);
        list.Rows.Should().ContainSingle();
    }

    [TestMethod]
    public async Task An_order_is_one_and_the_same_in_capitals_and_in_small_letters()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var order = rig.System.Seed.Order(rig.Milk, 30);

        await rig.CallAsync("FetchOrder", ("orderId", order.OrderId.ToUpperInvariant()), ("count", 10L));
        await rig.CallAsync("FetchOrder", ("orderId", order.OrderId));
        var shown = await rig.AskAsync("GetOrder", ("orderId", order.OrderId.ToUpperInvariant()));

        ((List<object?>)shown["products"]!).Should().ContainSingle().Which.Should().BeOfType<ConnectorRecord>().Which["received"].Should().Be(30L);
        (await rig.AskAsync("CountCodes", ("orderId", order.OrderId.ToUpperInvariant())))["total"].Should().Be(30L);
    }

    [TestMethod]
    public async Task A_job_without_any_profile_in_the_settings_says_so()
    {
        await using var rig = await SuzConnectorRig.StartAsync(settings => (settings.Organisations[0].OmsId, settings.Organisations[0].OmsConnection) = ("", ""));

        var fetching = () => rig.CallAsync("FetchMarkingCodes");

        (await fetching.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be("SUZ_NOT_CONFIGURED");
    }
}
