namespace Cleverence.Connectivity.Exchange;

/// <summary>Whether the other system knows a message whose transmission had no verdict.</summary>
public enum FindVerdict
{
    /// <summary>It has it.</summary>
    Found,

    /// <summary>It is proven not to have it, and the adapter's waiting time has passed: it may be sent again.</summary>
    Absent,

    /// <summary>Not known yet: ask again later.</summary>
    NotYet,

    /// <summary>It cannot be found out: a person decides.</summary>
    Never,
}
