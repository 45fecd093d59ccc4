namespace Connectors.Egais;

/// <summary>An index that is held ready.</summary>
/// <param name="index">The index.</param>
/// <param name="version">The version of the card it was made of.</param>
/// <param name="madeAt">When, by the monotonic clock.</param>
internal sealed class IndexAtHand(WaybillMarkIndex index, long version, long madeAt)
{
    private long lookedAt = madeAt;
    private long usedAt = madeAt;

    public WaybillMarkIndex Index => index;

    public long Version => version;

    public long UsedAt => Volatile.Read(ref usedAt);

    public WaybillMarkIndex Use(TimeProvider time)
    {
        Volatile.Write(ref usedAt, time.GetTimestamp());
        return index;
    }

    /// <summary>Whether this caller must look at the store: the others go on meanwhile.</summary>
    public bool MustLook(TimeProvider time, TimeSpan after)
    {
        var last = Volatile.Read(ref lookedAt);
        return time.GetElapsedTime(last) >= after && Interlocked.CompareExchange(ref lookedAt, time.GetTimestamp(), last) == last;
    }
}
