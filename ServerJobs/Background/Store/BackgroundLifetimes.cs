namespace ServerJobs.Background;

/// <summary>How long what the background leaves behind is kept.</summary>
public static class BackgroundLifetimes
{
    /// <summary>How long a result lives after its owner was last seen, when that was after the end. One hour.</summary>
    public static readonly TimeSpan AfterOwner = TimeSpan.FromHours(1);

    /// <summary>How long a result lives whose owner was not there at the end and has not come since. 24 hours.</summary>
    public static readonly TimeSpan Unowned = TimeSpan.FromHours(24);

    /// <summary>A session seen this shortly before the end was there at the end. 60 seconds: the longest silence of a client that polls.</summary>
    public static readonly TimeSpan Presence = TimeSpan.FromSeconds(60);

    /// <summary>How long the record of an ended operation is kept, and with it its request id. 7 days.</summary>
    public static readonly TimeSpan Operations = TimeSpan.FromDays(7);

    /// <summary>How long a notification is kept. One hour.</summary>
    public static readonly TimeSpan Notifications = TimeSpan.FromHours(1);

    /// <summary>What a session without a place to go on from is given of what it missed. 120 seconds.</summary>
    public static readonly TimeSpan Redelivery = TimeSpan.FromSeconds(120);

    /// <summary>A notification further ahead of the clock is of a clock that was wrong, and is dropped. One hour.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    /// <summary>When a result is over its lifetime.</summary>
    /// <param name="endedAt">When the operation ended.</param>
    /// <param name="ownerSeenAt">When its owner was last seen; null for never.</param>
    /// <returns>The moment.</returns>
    public static DateTimeOffset ExpiryOf(DateTimeOffset endedAt, DateTimeOffset? ownerSeenAt)
    {
        if (ownerSeenAt is not { } seen || seen < endedAt - Presence) return endedAt + Unowned;
        return (seen > endedAt ? seen : endedAt) + AfterOwner;
    }
}
