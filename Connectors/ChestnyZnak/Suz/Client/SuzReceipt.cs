namespace Connectors.ChestnyZnak;

/// <summary>A receipt of the station: proof of what became of an order, a report or a portion of codes.</summary>
/// <param name="ResultDocId">The id of the order, report or block it tells of.</param>
internal sealed record SuzReceipt(string ResultDocId)
{
    /// <summary>ORDER, GET_CODES, UTILISATION and the like; empty when not told.</summary>
    public string Workflow { get; init; } = "";

    /// <summary>UI or API; empty when not told.</summary>
    public string Source { get; init; } = "";

    public string? OrderId { get; init; }

    public string? ProductionOrderId { get; init; }

    public DateTimeOffset? At { get; init; }

    /// <summary>0 success, 1 failed, 2 in progress, 3 in part; null when not told.</summary>
    public int? State { get; init; }

    /// <summary>Quantities by product.</summary>
    public IReadOnlyDictionary<string, long> Products { get; init; } = new Dictionary<string, long>();

    /// <summary>The document of its event "processed", which lists the codes without their check part.</summary>
    public string? DocId { get; init; }

    /// <summary>How many codes of a product it tells of; -1 when it tells of none.</summary>
    public long QuantityOf(string gtin) => Products.Count == 0 ? -1 : Products.GetValueOrDefault(gtin, 0);
}
