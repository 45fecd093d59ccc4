using System.Collections.Frozen;
using Cleverence.Connectivity.Exchange;
using static Cleverence.Connectivity.Exchange.ExchangeStage;
using static Connectors.Exchange.ExchangeEvent;

namespace Connectors.Exchange;

/// <summary>The one table of stages: what an event makes of a message, and which fact it is for its document. Pure.</summary>
/// <remarks>
/// What may have arrived never goes back to <see cref="Enqueued"/> unless somebody proved that it did not: the other system, the sender of that very attempt, or a person. A verdict that
/// comes after its lease was over still counts, and so does an answer to a message of which nobody knew whether it arrived.
/// </remarks>
internal static class ExchangeStates
{
    private static readonly ExchangeStage[] SentOnce = [Sending, Accepted, WaitingRemote, Uncertain, Parked, Enqueued];

    // A verdict is taken only from the sender of the message's last attempt, so an enqueued one was sent by it too, and a person had given it up too early.
    private static readonly ExchangeStage[] SentOnceByIt = [Sending, Uncertain, Parked, Enqueued];

    private static readonly FrozenDictionary<(ExchangeStage, ExchangeEvent), ExchangeStage> Table = new[]
    {
        On(Signed, Enqueued, AwaitingSignature),
        On(SignatureMissing, AwaitingSignature, AwaitingSignature),
        On(Claimed, Sending, Enqueued),
        On(SendAccepted, Accepted, SentOnceByIt),
        On(SendTaken, Done, SentOnceByIt),
        On(SendDone, Done, SentOnceByIt),
        On(SendRefused, Rejected, SentOnceByIt),
        On(SendNotSent, Enqueued, Sending, Uncertain),
        On(SendLater, Enqueued, Sending, Uncertain),
        On(SendNoKey, Enqueued, Sending, Uncertain),
        On(SendGivenUp, Parked, Sending, Uncertain),
        On(SendDropped, Cancelled, Sending, Uncertain),
        On(SendHandedOut, Uncertain, Sending),
        // From uncertain: somebody else transmitted it, and does not know either.
        On(SendNoVerdict, Uncertain, Sending, Uncertain),
        On(RequestKnown, Accepted, Accepted),
        On(RequestKnown, WaitingRemote, WaitingRemote),
        On(LeaseExpired, Uncertain, Sending),
        On(Found, Accepted, Uncertain),
        On(FoundTaken, Done, Uncertain),
        On(Absent, Enqueued, Uncertain),
        On(NotFoundYet, Uncertain, Uncertain),
        On(FindGivenUp, Parked, Uncertain),
        On(ReplySame, Accepted, Accepted),
        On(ReplySame, WaitingRemote, WaitingRemote),
        On(ReplyArrived, Accepted, Uncertain, Parked, Enqueued),
        On(ReplyWaiting, WaitingRemote, Accepted, WaitingRemote),
        On(ReplyDone, Done, SentOnce),
        On(ReplyDonePartly, DonePartly, SentOnce),
        On(ReplyRejected, Rejected, SentOnce),
        On(ReplyReversed, Reversed, [.. SentOnce, Done, DonePartly]),
        On(ReplyAttention, Parked, Accepted, WaitingRemote),
        On(Cancel, Cancelled, Enqueued, AwaitingSignature),
        On(DecideArrived, Accepted, Uncertain, Parked),
        On(DecideSendAgain, Enqueued, Uncertain, Parked),
        On(DecideDrop, Cancelled, Enqueued, AwaitingSignature, Uncertain, Parked),
        On(AskResult, Accepted, Accepted, Parked),
        On(AskResult, WaitingRemote, WaitingRemote),
        On(AskArrival, Uncertain, Uncertain, Parked),
        On(AskSend, Enqueued, Enqueued),
    }.SelectMany(rows => rows).ToFrozenDictionary();

    /// <summary>The stage after an event; null when the event is refused in this stage.</summary>
    public static ExchangeStage? After(ExchangeStage stage, ExchangeEvent happened) => Table.TryGetValue((stage, happened), out var to) ? to : null;

    /// <summary>What the event is for the document; null when it is nothing.</summary>
    public static FactKind? FactOf(ExchangeStage before, ExchangeEvent happened) => happened switch
    {
        SendAccepted or SendTaken or Found or FoundTaken or DecideArrived or ReplyArrived => FactKind.Sent,
        SendDone or ReplyDone => FactKind.Done,
        ReplyDonePartly => FactKind.DonePartly,
        SendRefused => FactKind.SendRefused,
        ReplyRejected => FactKind.Rejected,
        ReplyReversed => FactKind.Reversed,
        SendNoVerdict or LeaseExpired => FactKind.Uncertain,
        SendGivenUp or FindGivenUp or ReplyAttention => FactKind.Parked,
        SendDropped or Cancel or DecideDrop => FactKind.Cancelled,
        Absent or DecideSendAgain => FactKind.Prepared,
        // Only what showed the document as uncertain or parked before is told to it.
        SendNotSent or SendLater or SendNoKey when before == Uncertain => FactKind.Prepared,
        AskArrival when before == Parked => FactKind.Uncertain,
        AskResult when before == Parked => FactKind.InWork,
        ReplyWaiting when before != WaitingRemote => FactKind.Waiting,
        _ => null,
    };

    private static IEnumerable<KeyValuePair<(ExchangeStage, ExchangeEvent), ExchangeStage>> On(ExchangeEvent happened, ExchangeStage to, params ExchangeStage[] from) =>
        from.Select(stage => KeyValuePair.Create((stage, happened), to));
}
