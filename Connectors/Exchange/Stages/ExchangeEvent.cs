namespace Connectors.Exchange;

/// <summary>What can happen to a message.</summary>
internal enum ExchangeEvent
{
    /// <summary>Every signature it needs is there.</summary>
    Signed,

    /// <summary>A signature is still missing: one of two came, or none could be made.</summary>
    SignatureMissing,

    /// <summary>A worker took it to send it.</summary>
    Claimed,

    /// <summary>Taken over by the other system, the result comes later.</summary>
    SendAccepted,

    /// <summary>Taken over, and being sent past the queue it leaves nothing open.</summary>
    SendTaken,

    /// <summary>The answer was the end: success.</summary>
    SendDone,

    /// <summary>Refused by content.</summary>
    SendRefused,

    /// <summary>Proven not sent.</summary>
    SendNotSent,

    /// <summary>The other system asked to come later.</summary>
    SendLater,

    /// <summary>No session key; nothing was sent.</summary>
    SendNoKey,

    /// <summary>Proven not sent once too often.</summary>
    SendGivenUp,

    /// <summary>Proven not sent, and being sent past the queue it leaves nothing open.</summary>
    SendDropped,

    /// <summary>Somebody else transmits it and brings the verdict.</summary>
    SendHandedOut,

    /// <summary>It may have arrived or not.</summary>
    SendNoVerdict,

    /// <summary>The id it was taken under is told after its first answer.</summary>
    RequestKnown,

    /// <summary>Its sender is gone.</summary>
    LeaseExpired,

    /// <summary>The other system has it.</summary>
    Found,

    /// <summary>The other system has it, and being sent past the queue it leaves nothing open.</summary>
    FoundTaken,

    /// <summary>The other system is proven not to have it.</summary>
    Absent,

    /// <summary>It could not be found out yet.</summary>
    NotFoundYet,

    /// <summary>It cannot be found out.</summary>
    FindGivenUp,

    /// <summary>Still in work, or no answer.</summary>
    ReplySame,

    /// <summary>An answer without a result came to a message of which nobody knew whether it arrived: it did.</summary>
    ReplyArrived,

    /// <summary>Another participant must act.</summary>
    ReplyWaiting,

    /// <summary>Success.</summary>
    ReplyDone,

    /// <summary>Success for a part.</summary>
    ReplyDonePartly,

    /// <summary>Refused after it was taken.</summary>
    ReplyRejected,

    /// <summary>Undone.</summary>
    ReplyReversed,

    /// <summary>A person must look.</summary>
    ReplyAttention,

    /// <summary>A person takes it back before it was sent.</summary>
    Cancel,

    /// <summary>A person knows that it arrived.</summary>
    DecideArrived,

    /// <summary>A person knows that it did not arrive.</summary>
    DecideSendAgain,

    /// <summary>A person drops it.</summary>
    DecideDrop,

    /// <summary>A person wants its result asked for again.</summary>
    AskResult,

    /// <summary>A person wants its arrival asked for again.</summary>
    AskArrival,

    /// <summary>A person wants it to be tried again that never went out.</summary>
    AskSend,
}
