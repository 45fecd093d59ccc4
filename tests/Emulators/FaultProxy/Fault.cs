namespace Emulators.Faults;

/// <summary>What a fault proxy does wrong.</summary>
public enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The port refuses connections.</summary>
    Refuse,

    /// <summary>A connection is never made: its packets vanish.</summary>
    BlackHole,

    /// <summary>The request is read, and nothing is answered.</summary>
    Silent,

    /// <summary>The answer comes at one byte a second.</summary>
    Slow,

    /// <summary>The request is read, then the connection is reset.</summary>
    Reset,

    /// <summary>The request is read, then the connection is closed in order; requests that meet no fault are answered on connections that are kept.</summary>
    Closed,

    /// <summary>Half of the answer comes, then the connection ends.</summary>
    Half,

    /// <summary>500 with a page.</summary>
    Error500,

    /// <summary>503 with a page.</summary>
    Unavailable503,

    /// <summary>429 with a date.</summary>
    TooMany429,

    /// <summary>TLS with a certificate that expired.</summary>
    ExpiredTls,

    /// <summary>An answer that never ends.</summary>
    Endless,

    /// <summary>A redirect to a redirect to the first address.</summary>
    Ring,
}
