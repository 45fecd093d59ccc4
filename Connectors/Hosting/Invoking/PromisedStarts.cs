namespace Connectors.Hosting;

/// <summary>
/// The starts of a method that promises not to block: any number at once. Where none of those inside has come back for 100 ms, others
/// are not let in after them, so that one that is always broken costs the threads of some tenths of a second; three slow ones in a row end it.
/// A single slow one is a machine that stood still, and all who were inside with it are slow together: they count as one.
/// </summary>
internal sealed class PromisedStarts
{
    private const int SlowOnesAllowed = 2;
    private int inside;
    private int slowInRow;
    private long lastLeft;
    private long countedAt;

    public bool TryEnter(TimeProvider time, long now)
    {
        // Written before anybody can see that somebody is inside: two who come together after a long rest are both let in.
        if (Volatile.Read(ref inside) == 0) Volatile.Write(ref lastLeft, now);
        else if (time.GetElapsedTime(Volatile.Read(ref lastLeft), now) > StartRule.Patience) return false;
        Interlocked.Increment(ref inside);
        return true;
    }

    /// <summary>Leaves; true when the promise has been broken too often.</summary>
    public bool Leave(TimeProvider time, long started)
    {
        var now = time.GetTimestamp();
        Volatile.Write(ref lastLeft, now);
        Interlocked.Decrement(ref inside);
        if (time.GetElapsedTime(started, now) > StartRule.Patience)
        {
            var counted = Interlocked.Read(ref countedAt);
            if (started < counted || Interlocked.CompareExchange(ref countedAt, now, counted) != counted) return false;
            return Interlocked.Increment(ref slowInRow) > SlowOnesAllowed;
        }

        if (Volatile.Read(ref slowInRow) != 0) Volatile.Write(ref slowInRow, 0);
        return false;
    }
}
