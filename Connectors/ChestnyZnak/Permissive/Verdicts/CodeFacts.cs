namespace Connectors.ChestnyZnak;

/// <summary>What an answer says of one code. A flag that is absent is neither true nor false.</summary>
internal sealed record CodeFacts
{
    public int? ErrorCode { get; init; }

    public bool? Valid { get; init; }

    public bool? Found { get; init; }

    public bool? Verified { get; init; }

    public bool? Utilised { get; init; }

    public bool? Sold { get; init; }

    public bool? Realizable { get; init; }

    public bool? Blocked { get; init; }

    public bool? GrayZone { get; init; }

    /// <summary>Who forbids its sale.</summary>
    public IReadOnlyList<string> BlockedBy { get; init; } = [];

    /// <summary>Numbers of its product groups.</summary>
    public IReadOnlyList<int> Groups { get; init; } = [];

    public DateTimeOffset? ExpireDate { get; init; }

    /// <summary>The greatest price in kopecks (МРЦ).</summary>
    public long? MaxPrice { get; init; }

    /// <summary>The least price in kopecks (ЕМЦ).</summary>
    public long? MinPrice { get; init; }

    /// <summary>Into how many parts it can be sold; null for goods sold whole.</summary>
    public long? InnerUnits { get; init; }

    public long? SoldUnits { get; init; }

    /// <summary>
    /// Whether the answer is complete. One without an error that does not say whether the code is found and may be sold is as good as none;
    /// but what a state body forbids stays forbidden, whatever else is missing.
    /// </summary>
    public bool IsComplete => Blocked == true || (ErrorCode ?? 0) != 0 || (Found is not null && Realizable is not null);
}
