namespace Cleverence.Connectivity.Exchange;

/// <summary>What a run did for one organisation.</summary>
/// <param name="Organisation">The organisation.</param>
public sealed record OrganisationReport(string Organisation)
{
    /// <summary>Messages the other system took.</summary>
    public int Sent { get; init; }

    /// <summary>Messages that came to their end.</summary>
    public int Finished { get; init; }

    /// <summary>Messages that were refused.</summary>
    public int Rejected { get; init; }

    /// <summary>Messages of which nobody knows whether they arrived, and parked ones.</summary>
    public int Unclear { get; init; }

    /// <summary>Incoming items taken in.</summary>
    public int Received { get; init; }

    /// <summary>Steps that succeeded, questions included.</summary>
    public int Succeeded { get; init; }

    /// <summary>Steps that failed.</summary>
    public int Failed { get; init; }

    /// <summary>Whether the rest of the organisation was left for the next run after two failures.</summary>
    public bool Stopped { get; init; }

    /// <summary>The last failure.</summary>
    public ConnectorError? Error { get; init; }
}
