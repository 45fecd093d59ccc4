namespace Connectors.Egais;

/// <summary>What the registry knows of a mark.</summary>
internal enum MarkVerdict
{
    /// <summary>Nothing: it was not reached or not understood. It blocks no acceptance.</summary>
    Unknown,

    OnMyBalance,

    NotOnMyBalance,
}
