namespace Emulators.Utm;

/// <summary>A document that the UTM took.</summary>
public sealed record UtmPost
{
    /// <summary>The request id, a bare UUID.</summary>
    public required string RequestId { get; init; }

    /// <summary>Whose UTM took it.</summary>
    public required string FsrarId { get; init; }

    /// <summary>The segment of the address.</summary>
    public required string UrlType { get; init; }

    /// <summary>The body's element.</summary>
    public required string Element { get; init; }

    /// <summary>The sender's own identifier; null when the document has none.</summary>
    public string? Identity { get; init; }

    /// <summary>The registry number that it speaks of; null for none.</summary>
    public string? About { get; init; }

    /// <summary>SHA-256 of its bytes.</summary>
    public required string Hash { get; init; }

    /// <summary>Its place among posts and deletions of the whole world.</summary>
    public long Order { get; init; }

    /// <summary>When it was taken.</summary>
    public DateTimeOffset Accepted { get; init; }

    /// <summary>When the registry sees it.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>The registry has seen it.</summary>
    public bool Delivered { get; init; }

    /// <summary>It was taken back before the registry saw it.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>The registry did what it asked.</summary>
    public bool Conducted { get; init; }
}
