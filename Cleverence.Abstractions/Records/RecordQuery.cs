namespace Cleverence.Connectivity;

/// <summary>Which records to list.</summary>
/// <param name="Kind">Of which kind.</param>
public sealed record RecordQuery(string Kind)
{
    /// <summary>Only with this first index key.</summary>
    public string? Index1 { get; init; }

    /// <summary>Only with this second index key.</summary>
    public string? Index2 { get; init; }

    /// <summary>Only with keys after this one, for paging.</summary>
    public string? After { get; init; }

    /// <summary>How many at most. 1000.</summary>
    public int Limit { get; init; } = 1000;
}
