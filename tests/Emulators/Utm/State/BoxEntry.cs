namespace Emulators.Utm;

/// <summary>An entry of an out-box.</summary>
public sealed record BoxEntry
{
    /// <summary>Whose UTM.</summary>
    public required string FsrarId { get; init; }

    /// <summary>Which database of it.</summary>
    public int Epoch { get; init; } = 1;

    /// <summary>Its number there.</summary>
    public int Number { get; init; }

    /// <summary>The segment before the number.</summary>
    public required string Type { get; init; }

    /// <summary>What it is in more detail, such as <c>Ticket/Confirm</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The request that it answers, a bare UUID; null when it answers none.</summary>
    public string? ReplyId { get; init; }

    /// <summary>When it came.</summary>
    public DateTimeOffset Appeared { get; init; }

    /// <summary>It is not shown until it is released.</summary>
    public bool Held { get; init; }

    /// <summary>When it was removed.</summary>
    public DateTimeOffset? Deleted { get; init; }

    /// <summary>The removal's place among posts and deletions of the whole world.</summary>
    public long DeletedOrder { get; init; }

    /// <summary>Its address below the UTM.</summary>
    public string Path => $"/opt/out/{Type}/{Number}";

    internal string Key => $"{FsrarId}:{Epoch}:{Number}";
}
