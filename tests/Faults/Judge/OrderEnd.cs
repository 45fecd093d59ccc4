namespace Faults.Judge;

/// <summary>Where an order stood when everything had come to its end.</summary>
/// <param name="OrderId">The order.</param>
internal sealed record OrderEnd(string OrderId)
{
    /// <summary>How many codes were ordered.</summary>
    public int Ordered { get; init; }

    /// <summary>Whether the server calls it done.</summary>
    public bool Final { get; init; }

    /// <summary>Why a person is called, with the proofs; empty for nobody.</summary>
    public string Proof { get; init; } = "";

    /// <summary>Requests for codes whose fate is still open.</summary>
    public int OpenIntents { get; init; }

    /// <summary>Codes that were annulled because the order was closed before they were taken.</summary>
    public int Annulled { get; init; }
}
