using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Suz;

[TestClass]
public sealed class OrderDecisionTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [TestMethod]
    public async Task An_order_that_a_person_says_arrived_has_its_codes_fetched()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        rig.System.Faults.Add(new Fault(FaultKind.ResetAfter, "suz POST order"));
        var made = await rig.AskAsync("CreateOrder", ("order", rig.Order()));
        var order = rig.System.World.Orders.All[0];

        await rig.CallAsync("Decide", ("message", (await rig.MessageAsync(made)).Id), ("decision", "Arrived"), ("requestId", order.OrderId));
        await rig.RunExchangeAsync(Minute);
        var fetched = await rig.AskAsync("FetchMarkingCodes");

        (await rig.MessageAsync(made)).Stage.Should().Be(ExchangeStage.Done);
        fetched["codes"].Should().Be(30L);
    }

    [TestMethod]
    public async Task A_sub_order_that_is_known_stays_as_it_is_when_its_order_is_found()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        rig.System.Faults.Add(new Fault(FaultKind.ResetAfter, "suz POST order"));
        var made = await rig.AskAsync("CreateOrder", ("order", rig.Order()));
        var order = rig.System.World.Orders.All[0];
        await rig.SubOrders.SaveAsync(new SubOrder(rig.Owner.OmsId, order.OrderId, rig.Milk.Gtin) { Inn = rig.Owner.Inn, Attention = "A proof." }, CancellationToken.None);

        await rig.RunExchangeAsync(Minute);
        await rig.RunExchangeAsync(Minute);

        (await rig.MessageAsync(made)).RequestId.Should().Be(order.OrderId);
        (await rig.SubOrders.OfOrderAsync(order.OrderId, CancellationToken.None)).Should().ContainSingle().Which.Attention.Should().Be("A proof.");
    }

    [TestMethod]
    public async Task A_closing_on_its_way_is_not_asked_for_twice_whatever_a_person_resumes()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var order = rig.System.Seed.Order(rig.Milk, 20);
        await rig.CallAsync("FetchOrder", ("orderId", order.OrderId));

        await rig.CallAsync("ResumeOrder", ("orderId", order.OrderId));
        var resumed = (await rig.SubOrders.OfOrderAsync(order.OrderId, CancellationToken.None)).Should().ContainSingle().Subject;
        await rig.SubOrders.SaveAsync(resumed with { CloseAsked = false }, CancellationToken.None);
        await rig.CallAsync("FetchMarkingCodes");

        resumed.CloseAsked.Should().BeTrue();
        resumed.Final.Should().BeFalse();
        (await rig.Exchange.ListMessagesAsync(new ExchangeQuery { Document = SuzMessages.ClosingOf(order.OrderId, rig.Milk.Gtin) }, CancellationToken.None)).Should().ContainSingle();
        (await rig.SubOrders.OfOrderAsync(order.OrderId, CancellationToken.None)).Should().ContainSingle().Which.Final.Should().BeTrue();
    }

    [TestMethod]
    public async Task A_parked_order_is_looked_for_again_by_its_next_action()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        rig.System.Faults.Add(new Fault(FaultKind.ResetBefore, "suz POST order"));
        var made = await rig.AskAsync("CreateOrder", ("order", rig.Order()));
        await rig.RunExchangeAsync(31 * Minute);
        var parked = await rig.MessageAsync(made);
        var item = new ConnectorRecord { ["document"] = made["productionOrderId"], ["organisation"] = rig.Owner.Inn, ["nextAction"] = ActionNames.Check };

        await rig.CallAsync("PrepareForTransfer", ("items", new List<object?> { item }));

        parked.Stage.Should().Be(ExchangeStage.Parked);
        (await rig.Exchange.ListProtocolAsync(parked.Id, CancellationToken.None)).Count(record => record.Stage == ExchangeStage.Uncertain).Should().BeGreaterThan(1);
    }

    [TestMethod]
    public async Task An_order_that_the_station_no_longer_knows_calls_a_person_who_ends_it()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var known = rig.System.Seed.Order(rig.Milk, 5);
        await rig.CallAsync("FetchOrder", ("orderId", known.OrderId), ("count", 1L));
        var gone = Guid.NewGuid().ToString();
        await rig.SubOrders.SaveAsync(new SubOrder(rig.Owner.OmsId, gone, rig.Milk.Gtin) { Inn = rig.Owner.Inn }, CancellationToken.None);

        await rig.CallAsync("FetchMarkingCodes");
        rig.Time.Move(31 * Minute);
        var second = rig.System.Seed.Order(rig.Milk, 5);
        await rig.SubOrders.SaveAsync(new SubOrder(rig.Owner.OmsId, second.OrderId, rig.Milk.Gtin) { Inn = rig.Owner.Inn }, CancellationToken.None);
        await rig.CallAsync("FetchMarkingCodes");
        var called = (await rig.SubOrders.OfOrderAsync(gone, CancellationToken.None)).Should().ContainSingle().Subject;
        await rig.CallAsync("EndOrder", ("orderId", gone), ("reason", "deleted in the personal account"));

        called.Attention.Should().Contain("does not know the order");
        (await rig.SubOrders.OpenAsync(rig.Owner.OmsId, CancellationToken.None)).Should().BeEmpty();
        (await rig.SubOrders.OfOrderAsync(gone, CancellationToken.None)).Should().ContainSingle().Which.Attention.Should().Contain("deleted in the personal account");
    }
}
