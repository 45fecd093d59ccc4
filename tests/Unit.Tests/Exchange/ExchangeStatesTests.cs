using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>The table of stages, written down a second time as the law has it, and compared over every pair.</summary>
[TestClass]
public sealed class ExchangeStatesTests
{
    private const string Law = """
        Enqueued          Claimed            Sending
        Enqueued          Cancel             Cancelled
        Enqueued          DecideDrop         Cancelled
        Enqueued          AskSend            Enqueued
        Enqueued          SendAccepted       Accepted
        Enqueued          SendTaken          Done
        Enqueued          SendDone           Done
        Enqueued          SendRefused        Rejected
        Enqueued          ReplyArrived       Accepted
        Enqueued          ReplyDone          Done
        Enqueued          ReplyDonePartly    DonePartly
        Enqueued          ReplyRejected      Rejected
        Enqueued          ReplyReversed      Reversed
        AwaitingSignature Signed             Enqueued
        AwaitingSignature SignatureMissing   AwaitingSignature
        AwaitingSignature Cancel             Cancelled
        AwaitingSignature DecideDrop         Cancelled
        Sending           SendAccepted       Accepted
        Sending           SendTaken          Done
        Sending           SendDone           Done
        Sending           SendRefused        Rejected
        Sending           SendNotSent        Enqueued
        Sending           SendLater          Enqueued
        Sending           SendNoKey          Enqueued
        Sending           SendGivenUp        Parked
        Sending           SendDropped        Cancelled
        Sending           SendHandedOut      Uncertain
        Sending           SendNoVerdict      Uncertain
        Sending           LeaseExpired       Uncertain
        Sending           ReplyDone          Done
        Sending           ReplyDonePartly    DonePartly
        Sending           ReplyRejected      Rejected
        Sending           ReplyReversed      Reversed
        Uncertain         SendAccepted       Accepted
        Uncertain         SendTaken          Done
        Uncertain         SendDone           Done
        Uncertain         SendRefused        Rejected
        Uncertain         SendNotSent        Enqueued
        Uncertain         SendLater          Enqueued
        Uncertain         SendNoKey          Enqueued
        Uncertain         SendGivenUp        Parked
        Uncertain         SendDropped        Cancelled
        Uncertain         Found              Accepted
        Uncertain         FoundTaken         Done
        Uncertain         Absent             Enqueued
        Uncertain         NotFoundYet        Uncertain
        Uncertain         FindGivenUp        Parked
        Uncertain         SendNoVerdict      Uncertain
        Uncertain         ReplyArrived       Accepted
        Uncertain         ReplyDone          Done
        Uncertain         ReplyDonePartly    DonePartly
        Uncertain         ReplyRejected      Rejected
        Uncertain         ReplyReversed      Reversed
        Uncertain         DecideArrived      Accepted
        Uncertain         DecideSendAgain    Enqueued
        Uncertain         DecideDrop         Cancelled
        Uncertain         AskArrival         Uncertain
        Accepted          RequestKnown       Accepted
        Accepted          ReplySame          Accepted
        Accepted          ReplyWaiting       WaitingRemote
        Accepted          ReplyDone          Done
        Accepted          ReplyDonePartly    DonePartly
        Accepted          ReplyRejected      Rejected
        Accepted          ReplyReversed      Reversed
        Accepted          ReplyAttention     Parked
        Accepted          AskResult          Accepted
        WaitingRemote     RequestKnown       WaitingRemote
        WaitingRemote     ReplySame          WaitingRemote
        WaitingRemote     ReplyWaiting       WaitingRemote
        WaitingRemote     ReplyDone          Done
        WaitingRemote     ReplyDonePartly    DonePartly
        WaitingRemote     ReplyRejected      Rejected
        WaitingRemote     ReplyReversed      Reversed
        WaitingRemote     ReplyAttention     Parked
        WaitingRemote     AskResult          WaitingRemote
        Parked            SendAccepted       Accepted
        Parked            SendTaken          Done
        Parked            SendDone           Done
        Parked            SendRefused        Rejected
        Parked            ReplyArrived       Accepted
        Parked            ReplyDone          Done
        Parked            ReplyDonePartly    DonePartly
        Parked            ReplyRejected      Rejected
        Parked            ReplyReversed      Reversed
        Parked            DecideArrived      Accepted
        Parked            DecideSendAgain    Enqueued
        Parked            DecideDrop         Cancelled
        Parked            AskResult          Accepted
        Parked            AskArrival         Uncertain
        Done              ReplyReversed      Reversed
        DonePartly        ReplyReversed      Reversed
        """;

    private static readonly Dictionary<(ExchangeStage, ExchangeEvent), ExchangeStage> Rows = Law.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(words => (Enum.Parse<ExchangeStage>(words[0]), Enum.Parse<ExchangeEvent>(words[1])), words => Enum.Parse<ExchangeStage>(words[2]));

    public static IEnumerable<object[]> Pairs => from stage in Enum.GetValues<ExchangeStage>() from happened in Enum.GetValues<ExchangeEvent>() select new object[] { stage, (int)happened };

    [TestMethod]
    [DynamicData(nameof(Pairs))]
    public void Every_pair_of_stage_and_event_is_as_the_law_has_it(ExchangeStage stage, int happened) =>
        ExchangeStates.After(stage, (ExchangeEvent)happened).Should().Be(Rows.TryGetValue((stage, (ExchangeEvent)happened), out var to) ? to : null);

    [TestMethod]
    [DynamicData(nameof(Pairs))]
    public void What_may_have_arrived_is_enqueued_again_only_by_proof_or_by_a_person(ExchangeStage stage, int happened)
    {
        ExchangeEvent[] proofs = [ExchangeEvent.SendNotSent, ExchangeEvent.SendLater, ExchangeEvent.SendNoKey, ExchangeEvent.Absent, ExchangeEvent.DecideSendAgain];
        var requeued = stage is ExchangeStage.Sending or ExchangeStage.Uncertain or ExchangeStage.Parked or ExchangeStage.Accepted or ExchangeStage.WaitingRemote && ExchangeStates.After(stage, (ExchangeEvent)happened) == ExchangeStage.Enqueued;

        (requeued && !proofs.Contains((ExchangeEvent)happened)).Should().BeFalse();
    }

    [TestMethod]
    [DynamicData(nameof(Pairs))]
    public void Every_change_of_stage_that_a_document_shows_is_a_fact(ExchangeStage stage, int happened)
    {
        ExchangeEvent[] silent = [ExchangeEvent.Claimed, ExchangeEvent.SendHandedOut, ExchangeEvent.Signed, ExchangeEvent.SendNotSent, ExchangeEvent.SendLater, ExchangeEvent.SendNoKey];
        var moves = ExchangeStates.After(stage, (ExchangeEvent)happened) is { } to && to != stage && !silent.Contains((ExchangeEvent)happened);

        (moves && ExchangeStates.FactOf(stage, (ExchangeEvent)happened) is null).Should().BeFalse();
    }
}
