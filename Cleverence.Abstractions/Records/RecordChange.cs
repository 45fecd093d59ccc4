namespace Cleverence.Connectivity;

/// <summary>A write of one record.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Key">Its key within the kind, at most 300 characters.</param>
/// <param name="Content">Its bytes; null removes it.</param>
public sealed record RecordChange(string Kind, string Key, byte[]? Content)
{
    /// <summary>The first index key.</summary>
    public string? Index1 { get; init; }

    /// <summary>The second index key.</summary>
    public string? Index2 { get; init; }

    /// <summary>The version it must have now: 0 for "must be new", null for any.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>When its time is over; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether the bytes are kept encrypted: tokens and the like.</summary>
    public bool Secret { get; init; }
}
