namespace Emulators.ChestnyZnak;

/// <summary>An order of codes.</summary>
public sealed record SuzOrder
{
    /// <summary>Its id.</summary>
    public required string OrderId { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Inn { get; init; }

    /// <summary>Group by its alias.</summary>
    public required string ProductGroup { get; init; }

    /// <summary>CREATED, PENDING, APPROVED, READY, CLOSED or DECLINED.</summary>
    public required string Status { get; init; }

    /// <summary>The caller's own id.</summary>
    public string? ProductionOrderId { get; init; }

    /// <summary>The exact bytes that were sent.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>When it came.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When its codes are ready.</summary>
    public DateTimeOffset ReadyAt { get; init; }

    /// <summary>When its last code was taken.</summary>
    public DateTimeOffset? ExhaustedAt { get; init; }

    /// <summary>Why it was declined.</summary>
    public string? DeclineReason { get; init; }

    /// <summary>Who closed it: caller, system or somebody else.</summary>
    public string? ClosedBy { get; init; }

    /// <summary>When it came to an end.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>1 is paid at emission, 2 at application.</summary>
    public int PaymentType { get; init; } = 2;

    /// <summary>One for each GTIN.</summary>
    public IReadOnlyList<OrderBuffer> Buffers { get; init; } = [];
}
