namespace Emulators.ChestnyZnak;

/// <summary>A receipt of the order station: what became of an order, a report or a block.</summary>
public sealed record SuzReceipt
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Inn { get; init; }

    /// <summary>The order, report or block it tells of.</summary>
    public required string ResultDocId { get; init; }

    /// <summary>ORDER, GET_CODES, UTILISATION …</summary>
    public required string WorkflowType { get; init; }

    /// <summary>0 success, 1 failed, 2 in progress, 3 in part.</summary>
    public int State { get; init; }

    /// <summary>The order behind it.</summary>
    public string? OrderId { get; init; }

    /// <summary>The caller's own id of the order.</summary>
    public string? ProductionOrderId { get; init; }

    /// <summary>Group by its alias.</summary>
    public string ProductGroup { get; init; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>UI or API.</summary>
    public string SourceRequest { get; init; } = "API";

    /// <summary>Quantity by GTIN.</summary>
    public IReadOnlyDictionary<string, int> Products { get; init; } = new Dictionary<string, int>();

    /// <summary>The document of its last event, for receipts/document.</summary>
    public string? DocId { get; init; }

    /// <summary>What receipts/document gives, JSON as text.</summary>
    public string? Content { get; init; }
}
