using Cleverence.Connectivity.Exchange;
using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;
using TestKit;

namespace Unit.Tests.ChestnyZnak;

[TestClass]
public sealed class TrueApiAdapterTests
{
    private const string Create = "true-api POST lk/documents/create";

    [TestMethod]
    [DataRow(false, 200)]
    [DataRow(true, 201)]
    public async Task A_document_is_handed_in_with_its_exact_bytes_and_decided(bool inQuotes, int status)
    {
        await using var rig = await ZnakRig.StartAsync(options: options => (options.DocumentIdInQuotes, options.CreatedStatus) = (inQuotes, status));
        var message = Messages.Signed(rig, Messages.Of(rig, Messages.Withdrawal(rig.System.Seed.Codes(rig.Milk, 2))));

        var sent = await Adapter(rig).SendAsync(message, CancellationToken.None);
        var reply = await Adapter(rig).GetReplyAsync(message with { RequestId = sent.RequestId, Stage = ExchangeStage.Accepted }, CancellationToken.None);

        sent.Verdict.Should().Be(SendVerdict.Accepted);
        rig.System.World.Documents.Find(sent.RequestId)!.Content.Should().Equal(message.Content.Payload);
        (reply.Verdict, reply.Status).Should().Be((ReplyVerdict.Done, "CHECKED_OK"));
    }

    [TestMethod]
    [DataRow("CHECKED_OK", ReplyVerdict.Done)]
    [DataRow("ACCEPTED", ReplyVerdict.Done)]
    [DataRow("CHECKED_NOT_OK", ReplyVerdict.Rejected)]
    [DataRow("PROCESSING_ERROR", ReplyVerdict.Rejected)]
    [DataRow("PARSE_ERROR", ReplyVerdict.Rejected)]
    [DataRow("PARSING_ERROR", ReplyVerdict.Rejected)]
    [DataRow("CANCELLED", ReplyVerdict.Reversed)]
    [DataRow("WAIT_ACCEPTANCE", ReplyVerdict.Waiting)]
    [DataRow("WAIT_PARTICIPANT_REGISTRATION", ReplyVerdict.Waiting)]
    [DataRow("IN_PROGRESS", ReplyVerdict.Same)]
    [DataRow("UNDEFINED", ReplyVerdict.Same)]
    [DataRow("WAIT_FOR_CONTINUATION", ReplyVerdict.Same)]
    [DataRow("CHECKED_OK_PERHAPS", ReplyVerdict.Same)]
    [DataRow("ПРИНЯТ", ReplyVerdict.Same)]
    public void Only_two_words_are_success_and_an_unknown_one_keeps_the_document_open(string word, ReplyVerdict verdict) => DocumentVerdict.VerdictOf(word).Should().Be(verdict);

    [TestMethod]
    public async Task A_refused_document_brings_all_its_errors()
    {
        await using var rig = await ZnakRig.StartAsync();
        var codes = rig.System.Seed.Codes(rig.Milk, 1, "APPLIED");
        var message = Messages.Signed(rig, Messages.Of(rig, Messages.Withdrawal(codes)));

        var sent = await Adapter(rig).SendAsync(message, CancellationToken.None);
        var reply = await Adapter(rig).GetReplyAsync(message with { RequestId = sent.RequestId }, CancellationToken.None);

        reply.Verdict.Should().Be(ReplyVerdict.Rejected);
        reply.Error!.Reason.Should().Be("CHECKED_NOT_OK");
        reply.Error.Detail.Should().Contain(codes[0].Cis);
    }

    [TestMethod]
    [DataRow(400, SendVerdict.Refused)]
    [DataRow(403, SendVerdict.Refused)]
    [DataRow(410, SendVerdict.Refused)]
    [DataRow(422, SendVerdict.Refused)]
    [DataRow(429, SendVerdict.Later)]
    [DataRow(408, SendVerdict.NoVerdict)]
    [DataRow(500, SendVerdict.NoVerdict)]
    [DataRow(502, SendVerdict.NoVerdict)]
    [DataRow(504, SendVerdict.NoVerdict)]
    [DataRow(302, SendVerdict.NotSent)]
    public async Task Each_answer_has_its_verdict_and_is_asked_for_once(int status, SendVerdict verdict)
    {
        await using var rig = await ZnakRig.StartAsync();
        var message = Messages.Signed(rig, Messages.Of(rig, Messages.Withdrawal(rig.System.Seed.Codes(rig.Milk))));
        rig.System.Faults.Add(new Fault(FaultKind.Status, Create) { Status = status, Times = -1 });

        var sent = await Adapter(rig).SendAsync(message, CancellationToken.None);

        sent.Verdict.Should().Be(verdict);
        sent.Error.Should().NotBeNull();
        rig.System.Judge.Requests(Create).Should().Be(1);
    }

    [TestMethod]
    [DataRow(FaultKind.ResetAfter, SendVerdict.NoVerdict)]
    [DataRow(FaultKind.ResetBefore, SendVerdict.NoVerdict)]
    [DataRow(FaultKind.HalfBody, SendVerdict.NoVerdict)]
    public async Task A_lost_answer_leaves_no_verdict(FaultKind fault, SendVerdict verdict)
    {
        await using var rig = await ZnakRig.StartAsync();
        var message = Messages.Signed(rig, Messages.Of(rig, Messages.Withdrawal(rig.System.Seed.Codes(rig.Milk))));
        rig.System.Faults.Add(new Fault(fault, Create));

        (await Adapter(rig).SendAsync(message, CancellationToken.None)).Verdict.Should().Be(verdict);
    }

    [TestMethod]
    public async Task A_refused_connection_is_proven_not_sent()
    {
        await using var rig = await ZnakRig.StartAsync();
        await rig.SendAsync(rig.Read);
        var message = Messages.Signed(rig, Messages.Of(rig, Messages.Withdrawal(rig.System.Seed.Codes(rig.Milk))));
        await rig.System.RefuseConnectionsAsync();

        (await Adapter(rig).SendAsync(message, CancellationToken.None)).Verdict.Should().Be(SendVerdict.NotSent);
        await rig.System.ListenAgainAsync();
    }

    [TestMethod]
    [DataRow(FaultKind.ResetAfter)]
    [DataRow(FaultKind.HalfBody)]
    [DataRow(FaultKind.StatusAfter)]
    public async Task A_document_whose_answer_was_lost_is_found_among_others(FaultKind fault)
    {
        await using var rig = await ZnakRig.StartAsync();
        var other = Messages.Signed(rig, Messages.Of(rig, Messages.Withdrawal(rig.System.Seed.Codes(rig.Milk, 2))), "M0");
        await Adapter(rig).SendAsync(other, CancellationToken.None);
        var message = Messages.Signed(rig, Messages.Of(rig, Messages.Withdrawal(rig.System.Seed.Codes(rig.Milk, 2))));
        rig.System.Faults.Add(new Fault(fault, Create));
        await Adapter(rig).SendAsync(message, CancellationToken.None);

        var found = await Adapter(rig).FindSentAsync(message, CancellationToken.None);

        found.Verdict.Should().Be(FindVerdict.Found);
        rig.System.World.Documents.Find(found.RequestId)!.Content.Should().Equal(message.Content.Payload);
        rig.System.Judge.Doubles().Should().BeEmpty();
    }

    [TestMethod]
    public async Task An_equal_document_of_another_message_is_not_taken_for_the_lost_one()
    {
        await using var rig = await ZnakRig.StartAsync();
        var content = Messages.Of(rig, Messages.Withdrawal(rig.System.Seed.Codes(rig.Milk)));
        var first = await Adapter(rig).SendAsync(Messages.Signed(rig, content, "M0"), CancellationToken.None);
        await rig.Records.WriteAsync(first.Records, CancellationToken.None);

        var found = await Adapter(rig).FindSentAsync(Messages.Signed(rig, content, "M1"), CancellationToken.None);

        found.Verdict.Should().Be(FindVerdict.NotYet);
    }

    [TestMethod]
    public async Task What_is_not_in_the_list_is_left_to_a_person_after_a_day_and_never_called_absent()
    {
        var clock = new ManualTimeProvider();
        await using var rig = await ZnakRig.StartAsync(clock);
        var message = Messages.Signed(rig, Messages.Of(rig, Messages.Withdrawal(rig.System.Seed.Codes(rig.Milk))));

        var soon = await Adapter(rig).FindSentAsync(message, CancellationToken.None);
        clock.Advance(TimeSpan.FromHours(23));
        var later = await Adapter(rig).FindSentAsync(message, CancellationToken.None);
        clock.Advance(TimeSpan.FromHours(2));
        var last = await Adapter(rig).FindSentAsync(message, CancellationToken.None);

        (soon.Verdict, later.Verdict, last.Verdict).Should().Be((FindVerdict.NotYet, FindVerdict.NotYet, FindVerdict.Never));
        last.Error!.Reason.Should().Be("NEEDS_ATTENTION");
        last.Error.Message.Should().Contain("among 0 of 2026-05-30 12:00 – 2026-06-01 12:03 UTC");
    }

    [TestMethod]
    public async Task A_document_is_found_though_the_server_s_clock_is_hours_off()
    {
        var (theirs, ours) = (new ManualTimeProvider(), new ManualTimeProvider(new DateTimeOffset(2026, 5, 31, 9, 0, 0, TimeSpan.Zero)));
        await using var rig = await ZnakRig.StartAsync(theirs);
        rig.With(new ZnakServer(rig.Settings, rig.Records, new HeldSigners(rig.Signer), ours));
        var message = Messages.Signed(rig, Messages.Of(rig, Messages.Withdrawal(rig.System.Seed.Codes(rig.Milk))));
        await Adapter(rig).SendAsync(message, CancellationToken.None);

        var soon = await Adapter(rig).FindSentAsync(message, CancellationToken.None);
        theirs.Advance(TimeSpan.FromHours(25));
        ours.Advance(TimeSpan.FromHours(25));
        var last = await Adapter(rig).FindSentAsync(message, CancellationToken.None);

        (soon.Verdict, last.Verdict).Should().Be((FindVerdict.NotYet, FindVerdict.Found));
    }

    [TestMethod]
    public async Task A_document_that_differed_is_not_opened_again()
    {
        await using var rig = await ZnakRig.StartAsync();
        await Adapter(rig).SendAsync(Messages.Signed(rig, Messages.Of(rig, Messages.Withdrawal(rig.System.Seed.Codes(rig.Milk))), "M0"), CancellationToken.None);
        var message = Messages.Signed(rig, Messages.Of(rig, Messages.Withdrawal(rig.System.Seed.Codes(rig.Milk))));

        var first = await Adapter(rig).FindSentAsync(message, CancellationToken.None);
        await rig.Records.WriteAsync(first.Records, CancellationToken.None);
        await Adapter(rig).FindSentAsync(message, CancellationToken.None);

        rig.System.Judge.Requests("true-api GET doc/{number}/info").Should().Be(1);
    }

    [TestMethod]
    public async Task A_document_that_is_not_visible_yet_stays_open_and_one_that_vanished_needs_a_person()
    {
        var clock = new ManualTimeProvider();
        await using var rig = await ZnakRig.StartAsync(clock, options: options => options.DocumentVisibility = TimeSpan.FromHours(5));
        var message = Messages.Signed(rig, Messages.Of(rig, Messages.Withdrawal(rig.System.Seed.Codes(rig.Milk))));
        var sent = await Adapter(rig).SendAsync(message, CancellationToken.None);

        var early = await Adapter(rig).GetReplyAsync(message with { RequestId = sent.RequestId }, CancellationToken.None);
        clock.Advance(TimeSpan.FromHours(2));
        var late = await Adapter(rig).GetReplyAsync(message with { RequestId = sent.RequestId }, CancellationToken.None);

        (early.Verdict, late.Verdict).Should().Be((ReplyVerdict.Same, ReplyVerdict.Attention));
    }

    [TestMethod]
    [DataRow(0, 3)]
    [DataRow(1, 5)]
    [DataRow(2, 10)]
    [DataRow(3, 20)]
    [DataRow(4, 30)]
    [DataRow(5, 60)]
    [DataRow(64, 60)]
    [DataRow(65, 600)]
    public async Task The_waits_between_questions_are_those_of_the_page(int poll, int seconds)
    {
        await using var rig = await ZnakRig.StartAsync();
        var message = Messages.Signed(rig, Messages.Of(rig, Messages.Withdrawal(rig.System.Seed.Codes(rig.Milk)))) with { Stage = ExchangeStage.Accepted, PollNumber = poll };

        Adapter(rig).DelayOf(message).Should().Be(TimeSpan.FromSeconds(seconds));
    }

    private static TrueApiAdapter Adapter(ZnakRig rig) =>
        new(rig.Server.Plan, rig.Server.Caller, new DocumentSearch(rig.Server.Plan, rig.Server.Caller, rig.Records, rig.Server.Time), rig.Server.Time);
}
