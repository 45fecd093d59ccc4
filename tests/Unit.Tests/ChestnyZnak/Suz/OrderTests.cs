using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Suz;

[TestClass]
public sealed class OrderTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [TestMethod]
    public async Task An_order_is_made_fetched_and_closed_without_a_word_of_anybody()
    {
        await using var rig = await SuzConnectorRig.StartAsync();

        var made = await rig.AskAsync("CreateOrder", ("order", rig.Order(250)));
        await rig.RunExchangeAsync(Minute);
        var fetched = await rig.AskAsync("FetchMarkingCodes");
        await rig.RunExchangeAsync(Minute);
        await rig.RunExchangeAsync(Minute);

        var order = rig.System.World.Orders.All.Should().ContainSingle().Subject;
        made["orderId"].Should().Be(order.OrderId);
        made["productionOrderId"].Should().Be(order.ProductionOrderId);
        Guid.TryParse(order.ProductionOrderId, out _).Should().BeTrue();
        fetched["codes"].Should().Be(250L);
        fetched["warnings"].Should().BeEquivalentTo(Array.Empty<object>());
        order.Status.Should().Be("CLOSED");
        order.ClosedBy.Should().Be("caller");
        (await rig.Codes.CountAsync(new() { OrderId = order.OrderId }, CancellationToken.None)).Should().Be(250);
        (await rig.MessageAsync(made)).Stage.Should().Be(ExchangeStage.Done);
        rig.System.Judge.Doubles().Should().BeEmpty();
    }

    [TestMethod]
    public async Task An_order_whose_answer_was_lost_is_found_by_our_own_id_and_not_made_again()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        rig.System.Faults.Add(new Fault(FaultKind.ResetAfter, "suz POST order"));

        var made = await rig.AskAsync("CreateOrder", ("order", rig.Order()));
        var first = await rig.MessageAsync(made);
        await rig.RunExchangeAsync(Minute);
        await rig.RunExchangeAsync(Minute);

        first.Stage.Should().Be(ExchangeStage.Uncertain);
        var order = rig.System.World.Orders.All.Should().ContainSingle().Subject;
        (await rig.MessageAsync(made)).Should().Match<ExchangeMessage>(message => message.Stage == ExchangeStage.Done && message.RequestId == order.OrderId);
        (await rig.SubOrders.OfOrderAsync(order.OrderId, CancellationToken.None)).Should().ContainSingle();
        rig.System.Judge.Requests("suz POST order").Should().Be(1);
    }

    [TestMethod]
    public async Task An_order_that_cannot_be_found_waits_for_a_person_who_may_send_it_again()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        rig.System.Faults.Add(new Fault(FaultKind.ResetBefore, "suz POST order"));
        var made = await rig.AskAsync("CreateOrder", ("order", rig.Order()));

        await rig.RunExchangeAsync(29 * Minute);
        var waiting = await rig.MessageAsync(made);
        await rig.RunExchangeAsync(2 * Minute);
        var parked = await rig.MessageAsync(made);
        await rig.CallAsync("Decide", ("message", parked.Id), ("decision", "SendAgain"));
        await rig.RunExchangeAsync(Minute);

        waiting.Stage.Should().Be(ExchangeStage.Uncertain);
        parked.Stage.Should().Be(ExchangeStage.Parked);
        rig.System.World.Orders.All.Should().ContainSingle();
        rig.System.Judge.Doubles().Should().BeEmpty();
    }

    [TestMethod]
    [DataRow(FaultKind.StatusAfter, 500)]
    [DataRow(FaultKind.HalfBody, 200)]
    public async Task Any_answer_that_is_no_verdict_leaves_an_order_uncertain(FaultKind kind, int status)
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        rig.System.Faults.Add(new Fault(kind, "suz POST order") { Status = status });

        var made = await rig.AskAsync("CreateOrder", ("order", rig.Order()));
        var first = await rig.MessageAsync(made);
        await rig.RunExchangeAsync(Minute);

        first.Stage.Should().Be(ExchangeStage.Uncertain);
        (await rig.MessageAsync(made)).RequestId.Should().Be(rig.System.World.Orders.All.Should().ContainSingle().Subject.OrderId);
    }

    [TestMethod]
    public async Task A_refused_order_ends_with_the_stations_words()
    {
        await using var rig = await SuzConnectorRig.StartAsync();

        var made = await rig.AskAsync("CreateOrder", ("order", rig.Order(gtin: "04600000000008")));

        (await rig.MessageAsync(made)).Should().Match<ExchangeMessage>(message => message.Stage == ExchangeStage.Rejected && message.LastError!.Message.Contains("04600000000008"));
    }

    [TestMethod]
    public async Task A_declined_order_ends_as_refused_and_its_sub_order_too()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        rig.System.World.Products.Put(rig.Milk with { DeclineReason = "нет средств" });

        var made = await rig.AskAsync("CreateOrder", ("order", rig.Order()));
        await rig.RunExchangeAsync(Minute);
        var fetched = await rig.AskAsync("FetchMarkingCodes");

        (await rig.MessageAsync(made)).Should().Match<ExchangeMessage>(message => message.Stage == ExchangeStage.Rejected && message.LastError!.Message.Contains("нет средств"));
        fetched["warnings"].Should().BeAssignableTo<IReadOnlyList<object?>>().Which.Should().ContainSingle();
        (await rig.SubOrders.OpenAsync(rig.Owner.OmsId, CancellationToken.None)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task Everything_wrong_with_an_order_is_told_at_once_and_nothing_is_sent()
    {
        await using var rig = await SuzConnectorRig.StartAsync(settings => settings.Suz.Attributes["milk"] = Needs("contactPerson", "poNumber"));
        var order = rig.Order(3_000_000, "123");
        order["productGroup"] = "milk";

        var making = () => rig.CallAsync("CreateOrder", ("order", order));

        (await making.Should().ThrowAsync<ConnectorException>()).Which.Error.Offenders.Should().HaveCount(3)
            .And.Contain(line => line.StartsWith("products[0].gtin:")).And.Contain(line => line.StartsWith("products[0].quantity:")).And.Contain(line => line.StartsWith("attributes.poNumber:"));
        rig.System.Judge.Requests("suz POST order").Should().Be(0);
    }

    [TestMethod]
    public async Task Two_products_may_have_no_more_than_150_000_codes_each_and_no_GTIN_twice()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var order = rig.Order(200_000);
        var products = (List<object?>)order["products"]!;
        products.Add(products[0]);

        var making = () => rig.CallAsync("CreateOrder", ("order", order));

        (await making.Should().ThrowAsync<ConnectorException>()).Which.Error.Offenders.Should().HaveCount(3);
    }

    [TestMethod]
    public async Task An_order_without_a_signer_here_asks_for_its_signature_and_goes_on_with_it()
    {
        await using var rig = await SuzConnectorRig.StartAsync(settings => settings.Organisations[0].Signer = "");

        var made = await rig.AskAsync("CreateOrder", ("order", rig.Order()));

        (await rig.MessageAsync(made)).Stage.Should().Be(ExchangeStage.AwaitingSignature);
        made["continueToken"].Should().NotBeNull();
        rig.System.Judge.Requests("suz POST order").Should().Be(0);
    }

    [TestMethod]
    public async Task An_unsigned_order_waits_at_the_station_and_is_signed_there()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var made = await rig.AskAsync("CreateOrder", ("order", rig.Order()), ("unsigned", true));
        var before = rig.System.World.Orders.All[0].Status;

        var waiting = (ConnectorTable)(await rig.CallAsync("Suz.Waiting", ("documentType", "ORDER")))!;
        var content = await rig.AskAsync("Suz.WaitingContent", ("docId", made["orderId"]));
        await rig.CallAsync("Suz.SignWaiting", ("docId", made["orderId"]));
        await rig.RunExchangeAsync(Minute);

        before.Should().Be("CREATED");
        waiting.Rows.Should().ContainSingle();
        content["content"].Should().BeEquivalentTo(rig.System.World.Orders.All[0].Body);
        (await rig.MessageAsync(made)).Stage.Should().Be(ExchangeStage.Done);
    }

    [TestMethod]
    public async Task A_document_that_waits_for_its_signature_may_be_dropped()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var made = await rig.AskAsync("CreateOrder", ("order", rig.Order()), ("unsigned", true));

        await rig.CallAsync("Suz.DeleteWaiting", ("docId", made["orderId"]));

        ((ConnectorTable)(await rig.CallAsync("Suz.Waiting", ("documentType", "ORDER")))!).Rows.Should().BeEmpty();
    }

    private static SuzGroupSettings Needs(params string[] names)
    {
        var group = new SuzGroupSettings();
        foreach (var name in names) group.Order.Add(name);
        return group;
    }
}
