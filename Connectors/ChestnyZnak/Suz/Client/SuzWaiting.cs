namespace Connectors.ChestnyZnak;

/// <summary>A document that waits at the station for its signature.</summary>
/// <param name="DocId">Its id.</param>
/// <param name="Kind">ORDER, UTILISATION_REPORT, AGGREGATION_REPORT, DROPOUT_REPORT or SURPLUS_POSTING.</param>
internal sealed record SuzWaiting(string DocId, string Kind)
{
    public string ProductGroup { get; init; } = "";

    public string State { get; init; } = "";

    public DateTimeOffset? At { get; init; }

    /// <summary>The bytes to sign; empty in a list.</summary>
    public byte[] Content { get; init; } = [];
}
