namespace Emulators.Utm;

/// <summary>What goes wrong with a call.</summary>
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

    /// <summary>The answer has <see cref="Fault.Status"/> and no body; the request is not handled. 404 is a type unknown or an entry that somebody else took.</summary>
    Status,

    /// <summary>The request is handled, and the answer has <see cref="Fault.Status"/> and no body nevertheless.</summary>
    StatusAfter,

    /// <summary>The UTM refuses with <see cref="Fault.Text"/> and <see cref="Fault.Status"/>, 500 or 200; the request is not handled.</summary>
    Error,

    /// <summary>A page in place of the answer, with <see cref="Fault.Status"/> (200 by default); the request is not handled.</summary>
    Html,

    /// <summary>The request is handled, and the answer tells neither a request id nor an error.</summary>
    NothingSaid,

    /// <summary>The request is handled, and the right answer comes late, by <see cref="Fault.Milliseconds"/>.</summary>
    Slow,

    /// <summary>The request is handled only after <see cref="Fault.Milliseconds"/>, whether or not the caller still waits.</summary>
    SlowBefore,
}
