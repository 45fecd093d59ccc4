namespace Connectors.Hosting;

/// <summary>
/// The starts of a method that promises not to block: any number at once. Where none of those inside has come back for 100 ms, others
/// are not let in after them, so that a promise that is broken costs the threads of a tenth of a second; three slow ones in a row end it.
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
        if (Volatile.Read(ref inside) > 0 && time.GetElapsedTime(Volatile.Read(ref lastLeft), now) > StartRule.Patience) return false;
        if (Interlocked.Increment(ref inside) == 1) Volatile.Write(ref lastLeft, now);
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
            if (started < Interlocked.Read(ref countedAt)) return false;
            Interlocked.Exchange(ref countedAt, now);
            return Interlocked.Increment(ref slowInRow) > SlowOnesAllowed;
        }

        if (Volatile.Read(ref slowInRow) != 0) Volatile.Write(ref slowInRow, 0);
        return false;
    }
}
