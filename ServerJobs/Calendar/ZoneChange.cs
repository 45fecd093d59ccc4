namespace ServerJobs;

/// <summary>A moment at which a zone changes its distance from UTC.</summary>
internal readonly record struct ZoneChange(DateTimeOffset At, TimeSpan Before, TimeSpan After)
{
    /// <summary>The local time at which the clock jumps.</summary>
    public DateTime LocalBefore => At.UtcDateTime + Before;

    /// <summary>The local time to which it jumps.</summary>
    public DateTime LocalAfter => At.UtcDateTime + After;

    public bool Forward => After > Before;

    /// <summary>Finds the change between two moments.</summary>
    /// <returns>The change; null when the distance is the same at both.</returns>
    public static ZoneChange? Between(TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset to)
    {
        var before = zone.GetUtcOffset(from);
        var after = zone.GetUtcOffset(to);
        if (before == after) return null;
        var (low, high) = (from.UtcTicks, to.UtcTicks);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (zone.GetUtcOffset(new DateTimeOffset(middle, TimeSpan.Zero)) == before) low = middle;
            else high = middle;
        }

        return new(new DateTimeOffset(high, TimeSpan.Zero), before, zone.GetUtcOffset(new DateTimeOffset(high, TimeSpan.Zero)));
    }
}
