namespace Cleverence.Connectivity.Exchange;

/// <summary>What became of one transmission.</summary>
public enum SendVerdict
{
    /// <summary>The other system has it and gave it an id; the result comes later.</summary>
    Accepted,

    /// <summary>The answer was already the end: success.</summary>
    Done,

    /// <summary>Refused by content; the same bytes would be refused again.</summary>
    Refused,

    /// <summary>Proven not sent: name not resolved, connection refused, TLS or connect failure before the first byte of the body.</summary>
    NotSent,

    /// <summary>Anything else without a readable verdict: it may have arrived.</summary>
    NoVerdict,

    /// <summary>The other system asks to come later, and has not taken it.</summary>
    Later,

    /// <summary>No session key that is alive; the message was not sent. No attempt is counted.</summary>
    SessionKeyNeeded,

    /// <summary>
    /// Somebody else transmits it, such as a workplace beside the other system, and brings the verdict by <see cref="IExchange.BringVerdictAsync"/>. Until <see cref="SendOutcome.After"/>
    /// has passed nobody asks; then it may have arrived, and is looked for like one without a verdict.
    /// </summary>
    HandedOut,
}
