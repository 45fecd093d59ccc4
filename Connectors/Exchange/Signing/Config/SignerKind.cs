namespace Connectors.Exchange;

/// <summary>How a signer signs.</summary>
internal enum SignerKind
{
    /// <summary>A program of this machine.</summary>
    Command,

    /// <summary>A signing service.</summary>
    Remote,

    /// <summary>A person at a workplace.</summary>
    Deferred,

    /// <summary>Nobody: what it gives is worth nothing outside of tests.</summary>
    Test,
}
