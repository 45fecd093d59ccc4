using Cleverence.Connectivity;

namespace Connectors.Transport;

/// <summary>One call of a transport with all its attempts: its limit, its id, and whether anything of it may have left.</summary>
internal sealed class TransportCall : IDisposable
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource limit;
    private readonly CancellationTokenRegistration caller;
    private readonly CancellationToken callerToken;
    private readonly TimeProvider time;
    private readonly long started;

    public TransportCall(TransportRequest request, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        Request = request;
        Limit = limit;
        this.time = time;
        started = time.GetTimestamp();
        callerToken = cancellationToken;
        this.limit = new CancellationTokenSource(limit, time);
        caller = cancellationToken.UnsafeRegister(static state => ((TransportCall)state!).End(), this);
        RequestId = request.Safety == MethodSafety.Keyed ? request.RequestId ?? Guid.NewGuid().ToString() : null;
    }

    public TransportRequest Request { get; }

    /// <summary>The limit of the whole call.</summary>
    public TimeSpan Limit { get; }

    /// <summary>The id a Keyed call carries in all its attempts.</summary>
    public string? RequestId { get; }

    public CancellationToken Token => limit.Token;

    public bool LimitPassed => limit.IsCancellationRequested && !callerToken.IsCancellationRequested;

    /// <summary>Whether a request of the present attempt may have left.</summary>
    public bool MayBeSent { get; set; }

    /// <summary>Whether the other side said in the present attempt that it made the change, and only its result is still to be read.</summary>
    public bool ChangeMade { get; set; }

    /// <summary>Host and port of the present message.</summary>
    public string? Target { get; set; }

    /// <summary>The proxy the present message goes through; null for none.</summary>
    public string? Proxy { get; set; }

    public TimeSpan Elapsed => time.GetElapsedTime(started);

    /// <summary>What is left of the caller's waiting time; null when it has no end.</summary>
    public TimeSpan? Deadline => Request.Deadline is { } deadline ? deadline - Elapsed : null;

    /// <summary>What is left before the call must end or must begin nothing new.</summary>
    public TimeSpan Rest
    {
        get
        {
            var rest = Limit - Elapsed;
            return Deadline is { } deadline && deadline < rest ? deadline : rest;
        }
    }

    /// <summary>
    /// How long it may wait before it is sent: not to the end, for a request that leaves in the last moment gets no answer and a change is in
    /// doubt for nothing. A quarter of its time is kept for the system, at most five seconds.
    /// </summary>
    public TimeSpan Patience
    {
        get
        {
            var whole = Request.Deadline is { } deadline && deadline < Limit ? deadline : Limit;
            var kept = whole / 4 < Most ? whole / 4 : Most;
            var left = Rest - kept;
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>From now on the call may last this long: a stream is limited in its silences, not as a whole.</summary>
    public void Allow(TimeSpan rest) => limit.CancelAfter(rest);

    /// <summary>A new attempt begins.</summary>
    public void BeginAgain()
    {
        MayBeSent = false;
        ChangeMade = false;
    }

    public void End() => limit.Cancel();

    public void ThrowIfCallerLeft() => callerToken.ThrowIfCancellationRequested();

    public void Dispose()
    {
        caller.Dispose();
        limit.Dispose();
    }
}
