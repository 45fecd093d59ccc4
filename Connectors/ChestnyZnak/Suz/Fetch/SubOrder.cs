namespace Connectors.ChestnyZnak;

/// <summary>The codes of one product of one order, as the fetching job keeps them. How many are here is counted in the table of codes, never here.</summary>
/// <param name="OmsId">The profile at the station.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Gtin">The product.</param>
internal sealed record SubOrder(string OmsId, string OrderId, string Gtin)
{
    public string Inn { get; init; } = "";

    public string ProductGroup { get; init; } = "";

    /// <summary>The station's word; <see cref="SuzBuffer.Pending"/> until it is asked.</summary>
    public string State { get; init; } = SuzBuffer.Pending;

    /// <summary>Ordered; -1 while not known.</summary>
    public long Ordered { get; init; } = -1;

    /// <summary>Handed out by the station's count; -1 while not known.</summary>
    public long Passed { get; init; } = -1;

    /// <summary>Here, when last counted; for people to read.</summary>
    public long Received { get; init; }

    /// <summary>Taken elsewhere, by the word of a person: codes the station counts and we do not miss.</summary>
    public long Elsewhere { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Not worth asking before.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Since when the station counts codes that it does not show.</summary>
    public DateTimeOffset? MissingSince { get; init; }

    /// <summary>Why a person must look, with the proof; nothing is fetched or closed until he has.</summary>
    public string? Attention { get; init; }

    public string? LastError { get; init; }

    /// <summary>Whether its closing was asked for.</summary>
    public bool CloseAsked { get; init; }

    /// <summary>Whether nothing is left to be done.</summary>
    public bool Final { get; init; }

    /// <summary>The version of its record; 0 for a new one.</summary>
    public long Version { get; init; }

    public string Key => $"{OmsId}|{OrderId}|{Gtin}";
}
