namespace Cleverence.Connectivity.Exchange;

/// <summary>Where an incoming item stands.</summary>
public enum IncomingStage
{
    /// <summary>It was listed; its bytes are not here yet.</summary>
    Seen,

    /// <summary>Its bytes are kept; its meaning is not applied yet: also half waybills and orphans.</summary>
    Stored,

    /// <summary>Its meaning is applied and committed.</summary>
    Handled,

    /// <summary>The remote copy is removed.</summary>
    Acknowledged,

    /// <summary>It could not be understood; a person decides.</summary>
    Parked,
}
