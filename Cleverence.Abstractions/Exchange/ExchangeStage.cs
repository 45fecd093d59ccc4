namespace Cleverence.Connectivity.Exchange;

/// <summary>Where a message stands on its way to the other system.</summary>
public enum ExchangeStage
{
    /// <summary>It waits for transmission.</summary>
    Enqueued,

    /// <summary>Somebody must sign it first.</summary>
    AwaitingSignature,

    /// <summary>Its request may be on the wire. Committed before the call; what is found here after a crash becomes <see cref="Uncertain"/>.</summary>
    Sending,

    /// <summary>The other system has it under an id of its own; the result is not known yet.</summary>
    Accepted,

    /// <summary>Another participant must act first.</summary>
    WaitingRemote,

    /// <summary>Nobody knows whether the transmission arrived; the other system is asked before anything else.</summary>
    Uncertain,

    /// <summary>The machine cannot go on; a person decides.</summary>
    Parked,

    /// <summary>Success. Final.</summary>
    Done,

    /// <summary>Success for a part; some codes or lines were refused. Final.</summary>
    DonePartly,

    /// <summary>Refused. Final.</summary>
    Rejected,

    /// <summary>Undone later by either side. Final.</summary>
    Reversed,

    /// <summary>Taken back before it was transmitted, or dropped by a person who decided about it. Final.</summary>
    Cancelled,
}
