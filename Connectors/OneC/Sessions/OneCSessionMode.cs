namespace Connectors.OneC;

/// <summary>How sessions of 1C are reused.</summary>
internal enum OneCSessionMode
{
    /// <summary>Every call makes its own (DontUse).</summary>
    None,

    /// <summary>1C gives a call a free session of its pool (AutoUse); nothing is said in the request.</summary>
    Auto,

    /// <summary>We start, keep and finish sessions ourselves (Use).</summary>
    Explicit,
}
