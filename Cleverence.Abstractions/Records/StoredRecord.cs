namespace Cleverence.Connectivity;

/// <summary>A record of a connector.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Key">Its key within the kind.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Version">Raised by one at each write, from 1.</param>
public sealed record StoredRecord(string Kind, string Key, byte[] Content, long Version)
{
    /// <summary>The first index key.</summary>
    public string? Index1 { get; init; }

    /// <summary>The second index key.</summary>
    public string? Index2 { get; init; }

    /// <summary>When its time is over; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was last written.</summary>
    public DateTimeOffset ChangedAt { get; init; }
}
