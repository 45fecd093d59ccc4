namespace Emulators.ChestnyZnak;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>The port refuses connections for a time (<see cref="Fault.Milliseconds"/>, 1000 by default); this call is reset unhandled.</summary>
    Refuse,

    /// <summary>No answer; the request is not handled.</summary>
    Hang,

    /// <summary>The request is handled, and nothing is answered.</summary>
    HangAfter,

    /// <summary>The connection is reset; the request is not handled.</summary>
    ResetBefore,

    /// <summary>The request is handled, then the connection is reset: a lost answer.</summary>
    ResetAfter,

    /// <summary>The request is handled; half of the answer comes, then the connection ends.</summary>
    HalfBody,

    /// <summary>The answer has <see cref="Fault.Status"/> and <see cref="Fault.Body"/>; the request is not handled.</summary>
    Status,

    /// <summary>The request is handled, and the answer is as with <see cref="Status"/> nevertheless.</summary>
    StatusAfter,

    /// <summary>The request is handled, and the right answer comes late, by <see cref="Fault.Milliseconds"/>.</summary>
    Slow,

    /// <summary>The request is handled only after <see cref="Fault.Milliseconds"/>, whether or not the caller still waits.</summary>
    SlowBefore,

    /// <summary>The right answer comes as <c>text/html</c>.</summary>
    WrongType,

    /// <summary>The right answer comes one byte a second (or by <see cref="Fault.Milliseconds"/>).</summary>
    Drip,

    /// <summary>GET codes gives the last block once more, under its own id.</summary>
    DuplicateBlock,

    /// <summary>GET codes gives the codes of the last block under a new id.</summary>
    DuplicateCodes,

    /// <summary>GET codes gives fewer codes than asked for (<see cref="Fault.Count"/>, or half).</summary>
    FewerCodes,

    /// <summary>GET codes gives more codes than asked for (by <see cref="Fault.Count"/>, or 1).</summary>
    MoreCodes,

    /// <summary>GET codes puts a code of another GTIN among them.</summary>
    ForeignGtin,

    /// <summary>Somebody else closes the order before the call is handled.</summary>
    ClosedByOther,

    /// <summary>Somebody else closes the order after the call is handled.</summary>
    ClosedByOtherAfter,

    /// <summary>The order closes at once when this call takes the last code.</summary>
    AutoClose,
}
