namespace Cleverence.Connectivity.Exchange;

/// <summary>Which messages to list, oldest first.</summary>
public sealed record ExchangeQuery
{
    /// <summary>Only of this organisation.</summary>
    public string? Organisation { get; init; }

    /// <summary>Only of this document.</summary>
    public string? Document { get; init; }

    /// <summary>Only in these stages; null for all that are not final.</summary>
    public IReadOnlyList<ExchangeStage>? Stages { get; init; }

    /// <summary>Only those that are sent past the queue (true), or only the others (false); null for both.</summary>
    public bool? Immediate { get; init; }

    /// <summary>Only after this id, for paging.</summary>
    public string? After { get; init; }

    /// <summary>How many at most. 100.</summary>
    public int Limit { get; init; } = 100;
}
