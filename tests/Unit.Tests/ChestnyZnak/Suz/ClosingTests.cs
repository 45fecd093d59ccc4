using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Suz;

[TestClass]
public sealed class ClosingTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [TestMethod]
    public async Task Closing_that_would_annul_codes_is_refused_until_it_is_said_expressly()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var order = rig.System.Seed.Order(rig.Milk, 100);
        await rig.CallAsync("FetchOrder", ("orderId", order.OrderId), ("count", 40L));

        var closing = () => rig.CallAsync("CloseOrder", ("orderId", order.OrderId));
        (await closing.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be("SUZ_WOULD_ANNUL");
        var closed = await rig.AskAsync("CloseOrder", ("orderId", order.OrderId), ("annulUnused", true));
        await rig.RunExchangeAsync(Minute);

        (await rig.MessageAsync(closed)).Stage.Should().Be(ExchangeStage.Done);
        rig.System.Judge.Annulled(order.OrderId).Should().Be(60);
        (await rig.Codes.CountAsync(new() { OrderId = order.OrderId }, CancellationToken.None)).Should().Be(40);
    }

    [TestMethod]
    public async Task Codes_whose_answer_was_lost_are_brought_home_before_an_order_is_closed()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var order = rig.System.Seed.Order(rig.Milk, 100);
        rig.System.Faults.Add(new Fault(FaultKind.ResetAfter, "suz GET codes"));
        await rig.AskAsync("FetchOrder", ("orderId", order.OrderId), ("count", 40L));

        await rig.AskAsync("CloseOrder", ("orderId", order.OrderId), ("annulUnused", true));

        rig.System.World.Orders.Find(order.OrderId)!.Status.Should().Be("CLOSED");
        (await rig.Codes.CountAsync(new() { OrderId = order.OrderId }, CancellationToken.None)).Should().Be(40);
    }

    [TestMethod]
    public async Task An_order_with_a_request_without_a_verdict_is_not_closed()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var order = rig.System.Seed.Order(rig.Milk, 100);
        rig.System.Faults.Add(new Fault(FaultKind.ResetBefore, "suz GET codes"));
        await rig.AskAsync("FetchOrder", ("orderId", order.OrderId), ("count", 40L));

        var closing = () => rig.CallAsync("CloseOrder", ("orderId", order.OrderId), ("annulUnused", true));

        (await closing.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be("SUZ_UNCLEAR");
        rig.System.Judge.Requests("suz POST order/close").Should().Be(0);
    }

    [TestMethod]
    public async Task A_closing_whose_answer_was_lost_is_found_by_the_orders_state()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var order = rig.System.Seed.Order(rig.Milk, 100);
        rig.System.Faults.Add(new Fault(FaultKind.ResetAfter, "suz POST order/close"));

        var closed = await rig.AskAsync("CloseOrder", ("orderId", order.OrderId), ("annulUnused", true));
        var first = await rig.MessageAsync(closed);
        await rig.RunExchangeAsync(Minute);
        await rig.RunExchangeAsync(Minute);

        first.Stage.Should().Be(ExchangeStage.Uncertain);
        (await rig.MessageAsync(closed)).Stage.Should().Be(ExchangeStage.Done);
        rig.System.Judge.Requests("suz POST order/close").Should().Be(1);
    }

    [TestMethod]
    public async Task A_closing_that_the_job_has_asked_for_is_not_asked_for_again_by_a_person()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var order = rig.System.Seed.Order(rig.Milk, 30);
        await rig.CallAsync("FetchOrder", ("orderId", order.OrderId));

        await rig.CallAsync("CloseOrder", ("orderId", order.OrderId));
        await rig.RunExchangeAsync(Minute);

        rig.System.World.Orders.Find(order.OrderId)!.Status.Should().Be("CLOSED");
        rig.System.Judge.Requests("suz POST order/close").Should().Be(1);
    }

    [TestMethod]
    public async Task A_person_says_how_many_codes_were_taken_elsewhere_and_fetching_goes_on()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var order = rig.System.Seed.Order(rig.Milk, 100);
        rig.System.World.Orders.Put(order with { Buffers = [order.Buffers[0] with { Passed = 40 }] });
        await rig.CallAsync("FetchOrder", ("orderId", order.OrderId));
        rig.Time.Move(31 * Minute);
        await rig.CallAsync("FetchOrder", ("orderId", order.OrderId));

        var waiting = (await rig.SubOrders.OfOrderAsync(order.OrderId, CancellationToken.None))[0];
        await rig.CallAsync("ResumeOrder", ("orderId", order.OrderId), ("gtin", rig.Milk.Gtin), ("takenElsewhere", 40L));
        await rig.CallAsync("FetchMarkingCodes");

        waiting.Attention.Should().Contain("40 codes");
        (await rig.Codes.CountAsync(new() { OrderId = order.OrderId }, CancellationToken.None)).Should().Be(60);
        (await rig.SubOrders.OfOrderAsync(order.OrderId, CancellationToken.None))[0].Final.Should().BeTrue();
    }

    [TestMethod]
    public async Task The_last_resort_takes_up_orders_of_the_station_and_finds_those_of_uncertain_messages()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        rig.System.Seed.Order(rig.Milk, 20);
        rig.System.Faults.Add(new Fault(FaultKind.ResetAfter, "suz POST order"));
        var made = await rig.AskAsync("CreateOrder", ("order", rig.Order()));

        var recovered = await rig.AskAsync("RecoverOrders");
        await rig.CallAsync("FetchMarkingCodes");

        recovered["messagesFound"].Should().Be(1L);
        recovered["takenUp"].Should().Be(2L);
        (await rig.MessageAsync(made)).RequestId.Should().NotBeNull();
        (await rig.Codes.CountAsync(new() { Gtin = rig.Milk.Gtin }, CancellationToken.None)).Should().Be(50);
    }
}
