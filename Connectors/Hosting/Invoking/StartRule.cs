namespace Connectors.Hosting;

/// <summary>
/// Where a method's calls start. A method that returns a task may start on the caller's thread, once it has shown that it
/// comes back quickly; a thread that blocks there is a thread of the whole server. So the first call of every method goes to a
/// thread of its connector, only one call of a method is in its unawaited part on a caller's thread at a time, and one that took
/// over 100 ms there moves the method to its connector's threads for good. Slow first calls are forgiven, all that began before one of them ended: they pay for compiling too.
/// Of a method that promises not to block all calls start there, see <see cref="PromisedStarts"/>.
/// </summary>
internal sealed class StartRule(bool blocking, bool promised = false, Action? meanwhile = null)
{
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    // Some microseconds, and about a hundred of them for a call that has its moment: those of one moment begin in the same instant, and the
    // first of them is slower than the others. With one processor nobody can come back meanwhile.
    private const int Looks = 20, LooksOnTime = 300;
    private static readonly TimeSpan Brief = TimeSpan.FromMicroseconds(100);
    private static readonly bool MayWait = Environment.ProcessorCount > 1;

    private const int Unproven = 0, Inline = 1, OwnThreads = 2;
    private readonly PromisedStarts? starts = promised ? new() : null;
    private readonly Action meanwhile = meanwhile ?? (() => Thread.SpinWait(10));
    private int rule = blocking ? OwnThreads : Unproven;
    private long startedAt;

    // Calls that began before the first one ended waited for the same compiler; 0 until then.
    private long firstEndedAt;

    public bool Blocking { get; } = blocking;

    /// <summary>Takes the right to start on the caller's thread; the taker must call <see cref="Left"/>.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="started">When it was taken, for <see cref="Left"/>.</param>
    /// <param name="onTime">Whether the call should begin at its moment.</param>
    public bool TryEnterInline(TimeProvider time, out long started, bool onTime = false)
    {
        started = Math.Max(1, time.GetTimestamp());
        if (Volatile.Read(ref rule) != Inline) return false;
        if (starts is not null) return starts.TryEnter(time, started);
        var seen = Interlocked.CompareExchange(ref startedAt, started, 0);

        // The one in there mostly comes back within microseconds, which is less than a hop to another thread takes. One that has been there for longer does not.
        for (var left = !MayWait ? 0 : onTime ? LooksOnTime : Looks; seen != 0 && left > 0 && time.GetElapsedTime(seen, started) < Brief; left--)
        {
            meanwhile();
            started = Math.Max(1, time.GetTimestamp());
            seen = Interlocked.CompareExchange(ref startedAt, started, 0);
        }

        if (seen == 0) return true;
        if (time.GetElapsedTime(seen, started) > Patience) Volatile.Write(ref rule, OwnThreads);
        return false;
    }

    /// <summary>Ends the unawaited part on the caller's thread; true when the method has just been moved.</summary>
    public bool Left(TimeProvider time, long started)
    {
        bool moves;
        if (starts is null)
        {
            Volatile.Write(ref startedAt, 0);
            moves = time.GetElapsedTime(started) > Patience;
        }
        else
        {
            moves = starts.Leave(time, started);
        }

        return moves && Interlocked.Exchange(ref rule, OwnThreads) != OwnThreads;
    }

    /// <summary>Tells of an unawaited part on a thread of the connector, begun at a moment and over now; true when the method has just been moved. A promised one comes here when others stand still, and is not blamed for it.</summary>
    public bool Measured(TimeProvider time, long started)
    {
        var now = Math.Max(1, time.GetTimestamp());
        var first = Interlocked.CompareExchange(ref firstEndedAt, now, 0);
        if (time.GetElapsedTime(started, now) <= Patience) Interlocked.CompareExchange(ref rule, Inline, Unproven);
        else if (starts is null && first != 0 && started >= first) return Interlocked.Exchange(ref rule, OwnThreads) != OwnThreads;
        return false;
    }
}
