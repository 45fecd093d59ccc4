namespace Cleverence.Connectivity.Exchange;

/// <summary>Where an accepted message stands at the other system.</summary>
public enum ReplyVerdict
{
    /// <summary>Still in work, or no answer: ask again later.</summary>
    Same,

    /// <summary>Another participant must act.</summary>
    Waiting,

    /// <summary>Success.</summary>
    Done,

    /// <summary>Success for a part.</summary>
    DonePartly,

    /// <summary>Refused.</summary>
    Rejected,

    /// <summary>Undone.</summary>
    Reversed,

    /// <summary>A person must look; <see cref="ReplyOutcome.Error"/> says why.</summary>
    Attention,
}
