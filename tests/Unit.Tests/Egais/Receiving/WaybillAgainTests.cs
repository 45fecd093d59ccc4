using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using static Connectors.Egais.EgaisOperation;

namespace Unit.Tests.Egais.Receiving;

/// <summary>Waybills that come again: unchanged, mended, with other content, because they were asked for.</summary>
[TestClass]
public sealed class WaybillAgainTests
{
    private const string RegId = "TTN-0900000001";
    private readonly DialogueRig rig = new();

    [TestMethod]
    public async Task A_registration_that_comes_again_whole_mends_the_waybill_that_is_here_already()
    {
        await rig.ReceiveAsync(Waybill(), ("FORM2REGINFO", null, UtmXml.Registration("Н-1", DialogueRig.Partner, DialogueRig.Us, RegId, "wbl-1", "1")));

        await rig.ReceiveAsync(Waybill(), Registration());
        await rig.ReceiveAsync();

        var card = await rig.WaybillAsync(RegId);
        Positions(card).Select(position => position["ownF2RegId"]).Should().Equal("FB-000000900000001", "FB-000000900000002");
        (await rig.StatusAsync(card)).Should().Be("ReceivedFromEgais");
        (await rig.StateAsync(card)).Actions.Should().Equal("ConfirmReceipt", "RefuseWaybill");
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    public async Task A_waybill_that_comes_again_in_other_letters_needs_no_new_registration()
    {
        await rig.ReceiveAsync(Waybill(), Registration());
        var before = await rig.WaybillAsync(RegId);

        await rig.ReceiveAsync(("WayBill_v4", null, [.. Waybill().Xml, (byte)' ']), Registration());
        await rig.ReceiveAsync();

        (await rig.WaybillAsync(RegId)).Version.Should().Be(before.Version);
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    public async Task The_same_waybill_again_changes_nothing()
    {
        await rig.ReceiveAsync(Waybill(), Registration());
        var before = await rig.WaybillAsync(RegId);

        await rig.ReceiveAsync(("WayBill_v4", null, [.. Waybill().Xml, (byte)' ']), ("FORM2REGINFO", null, [.. Registration().Xml, (byte)' ']));

        (await rig.WaybillAsync(RegId)).Version.Should().Be(before.Version);
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    public async Task Other_content_before_an_act_replaces_the_waybill_and_its_state_stays()
    {
        await rig.ReceiveAsync(Waybill(), Registration());
        var before = await rig.WaybillAsync(RegId);

        await rig.ReceiveAsync(("WayBill_v4", null, UtmXml.Waybill("Н-1", DialogueRig.Partner, DialogueRig.Us, "wbl-1", ("1", []))), ("FORM2REGINFO", null, UtmXml.Registration("Н-1", DialogueRig.Partner, DialogueRig.Us, RegId, "wbl-1", "1")));

        var after = await rig.WaybillAsync(RegId);
        after.Id.Should().Be(before.Id);
        Positions(after).Should().ContainSingle();
        (await rig.StatusAsync(after)).Should().Be("ReceivedFromEgais");
    }

    [TestMethod]
    public async Task Other_content_after_an_act_is_kept_beside_with_a_warning()
    {
        await rig.ReceiveAsync(Waybill(), Registration());
        var card = await rig.WaybillAsync(RegId);
        await rig.SendAsync(card, ActAccept, "WayBillAct_v4", "awb-1");

        await rig.ReceiveAsync(("WayBill_v4", null, UtmXml.Waybill("Н-1", DialogueRig.Partner, DialogueRig.Us, "wbl-1", ("1", []))), ("FORM2REGINFO", null, UtmXml.Registration("Н-1", DialogueRig.Partner, DialogueRig.Us, RegId, "wbl-1", "1")));

        var after = await rig.WaybillAsync(RegId);
        Positions(after).Should().HaveCount(2);
        ((IReadOnlyList<object?>)after.Payload["warnings"]!).Should().ContainSingle().Which.As<string>().Should().StartWith("CHANGED_AFTER_ACT");
        (await rig.StatusAsync(after)).Should().Be("ActAccept.SentToUtm");
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    public async Task The_question_to_send_a_waybill_again_ends_with_the_waybill()
    {
        var question = await rig.SendAsync(null, QueryResend, "QueryResendDoc", parameter: RegId);

        await rig.ReceiveAsync(("Ticket", question.RequestId, UtmXml.Taken()));
        var between = await rig.StageAsync(question);
        await rig.ReceiveAsync(Waybill(), Registration());

        (between, await rig.StageAsync(question)).Should().Be((ExchangeStage.Accepted, ExchangeStage.Done));
    }

    private static (string Kind, string? ReplyTo, byte[] Xml) Waybill(string? identity = "wbl-1") => ("WayBill_v4", null, UtmXml.Waybill("Н-1", DialogueRig.Partner, DialogueRig.Us, identity, ("1", ["M1", "M2"]), ("2", ["M3"])));

    private static (string Kind, string? ReplyTo, byte[] Xml) Registration(string? identity = "wbl-1") => ("FORM2REGINFO", null, UtmXml.Registration("Н-1", DialogueRig.Partner, DialogueRig.Us, RegId, identity, "1", "2"));

    private static IReadOnlyList<ConnectorRecord> Positions(EgaisDocument card) => [.. ((IReadOnlyList<object?>)card.Payload["positions"]!).Cast<ConnectorRecord>()];
}
