namespace Cleverence.Connectivity.Exchange;

/// <summary>What happened to a document.</summary>
public enum FactKind
{
    /// <summary>A message was prepared for it.</summary>
    Prepared,

    /// <summary>The message was taken by the other system.</summary>
    Sent,

    /// <summary>The message was refused at transmission.</summary>
    SendRefused,

    /// <summary>Nobody knows whether the message arrived.</summary>
    Uncertain,

    /// <summary>A person must decide.</summary>
    Parked,

    /// <summary>The other system works on it.</summary>
    InWork,

    /// <summary>Another participant must act.</summary>
    Waiting,

    /// <summary>Success.</summary>
    Done,

    /// <summary>Success for a part.</summary>
    DonePartly,

    /// <summary>Refused after it was taken.</summary>
    Rejected,

    /// <summary>Undone by either side.</summary>
    Reversed,

    /// <summary>The transmission was taken back before it began.</summary>
    Cancelled,

    /// <summary>The last operation was taken back here; the other side was not told.</summary>
    Undone,

    /// <summary>The document came from outside.</summary>
    Received,
}
