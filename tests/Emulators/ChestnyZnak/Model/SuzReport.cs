namespace Emulators.ChestnyZnak;

/// <summary>A report to the order station.</summary>
public sealed record SuzReport
{
    /// <summary>Its id.</summary>
    public required string ReportId { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Inn { get; init; }

    /// <summary>utilisation, aggregation, dropout or surplus.</summary>
    public required string Kind { get; init; }

    /// <summary>Group by its alias.</summary>
    public required string ProductGroup { get; init; }

    /// <summary>DRAFT, PENDING, READY_TO_SEND, SENT, SUCCESS, PARTIALLY, FAILED or REJECTED.</summary>
    public required string Status { get; init; }

    /// <summary>The exact bytes that were sent.</summary>
    public required byte[] Body { get; init; }

    /// <summary>When it came.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When it is decided.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? ErrorReason { get; init; }

    /// <summary>The verdict of each code.</summary>
    public IReadOnlyList<CodeVerdict> Verdicts { get; init; } = [];
}
