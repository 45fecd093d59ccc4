using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using static Connectors.Egais.EgaisOperation;

namespace Unit.Tests.Egais.Receiving;

/// <summary>Incoming waybills: two halves make one, in either order, once.</summary>
[TestClass]
public sealed class WaybillPairingTests
{
    private const string RegId = "TTN-0900000001";
    private readonly DialogueRig rig = new();

    [TestMethod]
    [DataRow(true, true)]
    [DataRow(false, true)]
    [DataRow(true, false)]
    [DataRow(false, false)]
    public async Task Two_halves_make_a_waybill_in_either_order_together_or_apart(bool waybillFirst, bool together)
    {
        var halves = waybillFirst ? new[] { Waybill(), Registration() } : [Registration(), Waybill()];
        await rig.ReceiveAsync(together ? halves : halves[..1]);
        var between = rig.InBox;

        await rig.ReceiveAsync(together ? [] : halves[1..]);

        var card = await rig.WaybillAsync(RegId);
        between.Should().Be(together ? 0 : 1);
        (await rig.StatusAsync(card)).Should().Be("ReceivedFromEgais");
        (await rig.StateAsync(card)).Actions.Should().Equal("ConfirmReceipt", "RefuseWaybill");
        card.Should().Match<EgaisDocument>(made => made.Number == "Н-1" && made.Identity == "wbl-1" && made.FsrarId == DialogueRig.Us && made.Kind == EgaisDocumentKind.IncomingWaybill);
        Positions(card).Select(position => position["ownF2RegId"]).Should().Equal("FB-000000900000001", "FB-000000900000002");
        Positions(card).Select(position => position["f2RegId"]).Should().AllBeEquivalentTo("FB-000000000000009");
        rig.InBox.Should().Be(0);
        (await rig.Records.ListAsync(new RecordQuery(RecordKinds.Half), default)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task Both_texts_are_in_the_protocol_of_the_waybill()
    {
        await rig.ReceiveAsync(Registration(), Waybill());

        var protocol = await rig.Exchange.ListProtocolAsync((await rig.WaybillAsync(RegId)).Id, withPayloads: true, default);

        protocol.Where(record => record.Payload is not null).Select(record => record.PayloadHash).Distinct().Should().HaveCount(2);
    }

    [TestMethod]
    [DataRow("Н-2", DialogueRig.Partner, "wbl-1")]
    [DataRow("Н-1", DialogueRig.Sister, "wbl-1")]
    [DataRow("Н-1", DialogueRig.Partner, "wbl-other")]
    public async Task Halves_that_differ_stay_apart(string number, string shipper, string identity)
    {
        await rig.ReceiveAsync(Waybill(), ("FORM2REGINFO", null, UtmXml.Registration(number, shipper, DialogueRig.Us, RegId, identity, "1", "2")));

        rig.InBox.Should().Be(2);
        (await rig.Cards.ListAsync(DialogueRig.Us, null, null, 10, default)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task Of_several_waybills_that_fit_the_one_with_the_same_Identity_is_meant()
    {
        await rig.ReceiveAsync(Waybill(null), Waybill("wbl-1"), Waybill("wbl-2"));

        await rig.ReceiveAsync(Registration("wbl-2"));

        (await rig.WaybillAsync(RegId)).Identity.Should().Be("wbl-2");
        rig.InBox.Should().Be(2);
    }

    [TestMethod]
    public async Task Without_an_Identity_several_waybills_that_fit_are_not_guessed_at()
    {
        await rig.ReceiveAsync(Waybill("wbl-1"), Waybill("wbl-2"));

        var result = await rig.ReceiveAsync(Registration(null));

        result.Organisations.Single().Error!.Reason.Should().Be("PAIR_AMBIGUOUS");
        (await rig.Cards.ListAsync(DialogueRig.Us, null, null, 10, default)).Should().BeEmpty();
        rig.InBox.Should().Be(3);
    }

    [TestMethod]
    public async Task One_and_the_same_waybill_twice_is_no_ambiguity()
    {
        await rig.ReceiveAsync(Waybill(), Waybill());

        await rig.ReceiveAsync(Registration(null));
        await rig.ReceiveAsync();

        (await rig.StatusAsync(await rig.WaybillAsync(RegId))).Should().Be("ReceivedFromEgais");
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    public async Task A_position_without_its_F2_bars_every_act_until_the_waybill_comes_whole()
    {
        await rig.ReceiveAsync(Waybill(), ("FORM2REGINFO", null, UtmXml.Registration("Н-1", DialogueRig.Partner, DialogueRig.Us, RegId, "wbl-1", "1")));
        var flawed = await rig.StateAsync(await rig.WaybillAsync(RegId));

        await rig.ReceiveAsync(("WayBill_v4", null, UtmXml.Waybill("Н-1", DialogueRig.Partner, DialogueRig.Us, "wbl-1", ("1", []), ("2", []))), Registration());

        (flawed.Error!.Reason, flawed.Actions.Count).Should().Be(("F2_MISSING", 0));
        flawed.Error.MessageRu.Should().Contain("позиций 2");
        (await rig.StateAsync(await rig.WaybillAsync(RegId))).Actions.Should().Equal("ConfirmReceipt", "RefuseWaybill");
    }

    [TestMethod]
    public async Task A_mark_that_stands_twice_is_a_warning_without_the_whole_mark()
    {
        var mark = new string('7', 150);

        await rig.ReceiveAsync(("WayBill_v4", null, UtmXml.Waybill("Н-1", DialogueRig.Partner, DialogueRig.Us, "wbl-1", ("1", [mark]), ("2", [mark]))), Registration());

        var warnings = (IReadOnlyList<object?>)(await rig.WaybillAsync(RegId)).Payload["warnings"]!;
        warnings.Should().ContainSingle().Which.As<string>().Should().StartWith("MARK_DUPLICATE").And.Contain("(150)").And.NotContain(new string('7', 21));
    }

    [TestMethod]
    public async Task An_echo_of_our_own_waybill_is_put_away()
    {
        await rig.ReceiveAsync(("WayBill_v4", null, UtmXml.Waybill("Н-9", DialogueRig.Us, DialogueRig.Partner, "wbl-9", ("1", []))));

        rig.InBox.Should().Be(0);
        (await rig.Cards.ListAsync(DialogueRig.Us, null, null, 10, default)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_waybill_of_ours_to_ourselves_is_an_echo_too()
    {
        await rig.ReceiveAsync(("WayBill_v4", null, UtmXml.Waybill("Н-9", DialogueRig.Us, DialogueRig.Us, "wbl-9", ("1", []))));

        rig.InBox.Should().Be(0);
        (await rig.Cards.ListAsync(DialogueRig.Us, null, null, 10, default)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_waybill_for_somebody_else_stays_in_the_box()
    {
        await rig.ReceiveAsync(("WayBill_v4", null, UtmXml.Waybill("Н-9", DialogueRig.Partner, DialogueRig.Sister, "wbl-9", ("1", []))), ("FORM2REGINFO", null, UtmXml.Registration("Н-9", DialogueRig.Partner, DialogueRig.Sister, RegId, "wbl-9", "1")));

        rig.InBox.Should().Be(2);
    }

    [TestMethod]
    public async Task The_ancestry_waits_for_its_waybill_and_goes_with_it()
    {
        await rig.ReceiveAsync(("TTNHISTORYF2REG", null, UtmXml.History(RegId)));
        var before = rig.InBox;

        await rig.ReceiveAsync(Waybill(), Registration());

        (before, rig.InBox).Should().Be((1, 0));
    }

    [TestMethod]
    public async Task A_missing_half_is_told_once_after_a_day()
    {
        await rig.ReceiveAsync(Waybill());
        await rig.ReceiveAsync();
        var early = await HalfAsync();
        rig.Clock.Advance(TimeSpan.FromHours(24));

        await rig.ReceiveAsync();
        var version = (await rig.Records.ListAsync(new RecordQuery(RecordKinds.Half), default)).Single().Version;
        await rig.ReceiveAsync();

        (early.Warned, (await HalfAsync()).Warned).Should().Be((false, true));
        (await rig.Records.ListAsync(new RecordQuery(RecordKinds.Half), default)).Single().Version.Should().Be(version);
        rig.InBox.Should().Be(1);
    }

    [TestMethod]
    public async Task A_half_that_waited_through_a_restart_is_found()
    {
        await rig.ReceiveAsync(Waybill());
        rig.Restart();

        await rig.ReceiveAsync(Registration());

        (await rig.StatusAsync(await rig.WaybillAsync(RegId))).Should().Be("ReceivedFromEgais");
        rig.InBox.Should().Be(0);
    }

    private static (string Kind, string? ReplyTo, byte[] Xml) Waybill(string? identity = "wbl-1") => ("WayBill_v4", null, UtmXml.Waybill("Н-1", DialogueRig.Partner, DialogueRig.Us, identity, ("1", ["M1", "M2"]), ("2", ["M3"])));

    private static (string Kind, string? ReplyTo, byte[] Xml) Registration(string? identity = "wbl-1") => ("FORM2REGINFO", null, UtmXml.Registration("Н-1", DialogueRig.Partner, DialogueRig.Us, RegId, identity, "1", "2"));

    private static IReadOnlyList<ConnectorRecord> Positions(EgaisDocument card) => [.. ((IReadOnlyList<object?>)card.Payload["positions"]!).Cast<ConnectorRecord>()];

    private async Task<WaybillHalf> HalfAsync() => Halves.Read((await rig.Records.ListAsync(new RecordQuery(RecordKinds.Half), default)).Single());
}
