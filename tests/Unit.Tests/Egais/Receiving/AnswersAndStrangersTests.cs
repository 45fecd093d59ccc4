using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using static Connectors.Egais.EgaisDocumentKind;
using static Connectors.Egais.EgaisOperation;

namespace Unit.Tests.Egais.Receiving;

/// <summary>Answers to questions, what nobody can read, and an operation that is taken back.</summary>
[TestClass]
public sealed class AnswersAndStrangersTests
{
    private const string RegId = "TTN-0900000001";
    private readonly DialogueRig rig = new();

    [TestMethod]
    public async Task An_answer_ends_its_question_and_is_kept()
    {
        var message = await rig.SendAsync(null, QueryMarksByF2, "QueryRestBCode", parameter: "FB-000000900000002");
        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Taken()));
        var between = await rig.StageAsync(message);

        await rig.ReceiveAsync(("ReplyRestBCode", message.RequestId, UtmXml.Rests()));

        var kept = Answers.Read((await rig.Records.GetAsync(RecordKinds.Answer, Answers.KeyOf(DialogueRig.Us, "QueryMarksByF2", "FB-000000900000002"), default))!);
        (between, await rig.StageAsync(message)).Should().Be((ExchangeStage.Accepted, ExchangeStage.Done));
        (kept.Element, kept.MessageId).Should().Be(("ReplyRests_v2", message.Id));
        kept.Xml.Should().Equal(UtmXml.Rests());
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    public async Task An_answer_to_somebody_elses_question_stays_in_the_box()
    {
        await rig.ReceiveAsync(("ReplyRests_v2", "5b8e0f7a-9999-4222-8333-444455556666", UtmXml.Rests()));

        rig.InBox.Should().Be(1);
    }

    [TestMethod]
    public async Task What_nobody_can_read_is_parked_and_stays_in_the_box()
    {
        var result = await rig.ReceiveAsync(("WayBill_v4", null, "<ns:Documents"u8.ToArray()));

        result.Organisations.Single().Error!.Reason.Should().Be("UTM_NOT_XML");
        (await rig.InboxAsync(IncomingStage.Parked)).Should().ContainSingle();
        rig.InBox.Should().Be(1);
    }

    [TestMethod]
    [DataRow("CryptoTicket")]
    [DataRow("WayBill_v2")]
    public async Task An_unknown_or_older_type_stays_in_the_box_for_good(string element)
    {
        await rig.ReceiveAsync((element, null, UtmXml.Document(element, DialogueRig.Partner, UtmXml.E("Some"))));
        rig.Clock.Advance(TimeSpan.FromDays(100));

        await rig.ReceiveAsync();

        rig.InBox.Should().Be(1);
        (await rig.InboxAsync(IncomingStage.Stored)).Should().ContainSingle();
    }

    [TestMethod]
    public async Task An_error_of_one_operation_is_taken_back_to_the_state_before_it()
    {
        var card = await rig.DocumentAsync(IncomingWaybill, RegId);
        var act = await rig.SendAsync(card, ActAccept, "WayBillAct_v4", "awb-1");
        await rig.ReceiveAsync(("Ticket", act.RequestId, UtmXml.Conducted()));
        var repeal = await rig.SendAsync(card, RepealRequestWayBill, "RequestRepealWB");
        await rig.ReceiveAsync(("Ticket", repeal.RequestId, UtmXml.Taken(refusal: "Отказ")));

        await rig.Exchange.CancelLastOperationAsync(rig.Adapter, card.Id, null, default);

        (await rig.StatusAsync(card)).Should().Be("Confirmed");
    }
}
