using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>One call on its way: what was found for it, whether it has started, and what its limits are.</summary>
internal sealed class ConnectorCallState(InvokeArgs args, TimeProvider time)
{
    private const int Waiting = 0, Started = 1, Abandoned = 2;

    // A timer takes no more than 49 days; a classic connector may say any number of milliseconds or seconds.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);
    private readonly long takenAt = time.GetTimestamp();
    private int stage;
    private CancellationTokenSource? waitingStop;

    public InvokeArgs Args { get; private set; } = args;

    public TimeProvider Time { get; } = time;

    /// <summary>Its entry among the request ids; null for a call without one.</summary>
    public ReplayEntry? Entry { get; init; }

    /// <summary>Takes the result of a method that outlived its limit, beside <see cref="Entry"/>.</summary>
    public Action<CallOutcome>? Late { get; set; }

    /// <summary>When the caller asked: its deadline counts from there, whatever it has waited for since.</summary>
    public required long AskedAt { get; init; }

    /// <summary>Its place in the gate, once it has one.</summary>
    public CallPlace? Place { get; set; }

    /// <summary>Ends when nothing of the call runs any more, where somebody asks for it.</summary>
    public TaskCompletionSource? Ended { get; } = args.Outlived is null ? null : new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the method outlived its limit; <see cref="Entry"/> and <see cref="Late"/> will be given its outcome.</summary>
    public bool IsOutlived { get; set; }

    public ConnectorHandle Handle { get; private set; } = null!;

    public MethodEntry Method { get; private set; } = null!;

    public MethodSafety Safety => Method?.Info.Safety ?? MethodSafety.Unsafe;

    public bool HasStarted => Volatile.Read(ref stage) == Started;

    /// <summary>Stops the running attempt.</summary>
    public CancellationTokenSource? Stop { get; set; }

    public string Target => Method.Info.Target ?? Method.FailingTarget ?? "";

    /// <summary>The limit of an attempt; null for none.</summary>
    public TimeSpan? Limit => Handle.Current switch
    {
        { KeepsOwnLimit: true } => null,
        { OwnLimit: { } own } => own() is { } limit && limit > Longest ? Longest : own(),
        _ => Method.Info.TimeLimit ?? Args.LongLimit ?? Handle.Options.Timeout,
    };

    public bool ReInvokes => Handle.Current?.ReInvokes?.Invoke(Args.ClassName.Length == 0 ? Args.MethodName : $"{Args.ClassName}{Handle.Options.ClassJoiner}{Args.MethodName}") == true;

    /// <summary>The call as its method is given it: what it has waited for so far is off its deadline.</summary>
    public InvokeArgs ArgsNow => RestOfDeadline is { } rest ? Args.Within(rest) : Args;

    public TimeSpan? RestOfDeadline => Args.Deadline is { } deadline ? Wait.RestOf(deadline, AskedAt, Time) : null;

    /// <summary>Looks up connector and method; hands back the refusal, or null.</summary>
    public async ValueTask<InvokeResult?> FindAsync(Func<string, ConnectorHandle?> find)
    {
        if (find(Args.ConnectorId) is not { } handle) return InvokeResult.Fail(InvokeErrors.ConnectorNotFound(Args.ConnectorId));
        Handle = handle;
        if (handle.State == ConnectorState.Starting && await WaitUntilReadyAsync().ConfigureAwait(false) is { } late) return late;
        return Refused() ?? Resolve(handle.Current);
    }

    /// <summary>Takes a place in the gate; hands back the refusal, or null.</summary>
    public async ValueTask<InvokeResult?> EnterGateAsync()
    {
        var gate = Handle.Runtime.Gate;
        var entering = gate.EnterAsync(out var queued);
        if (entering is null) return InvokeResult.Fail(InvokeErrors.Busy(this));
        if (entering.IsCompletedSuccessfully) return null;
        using var stop = new CancellationTokenSource(Limit ?? Timeout.InfiniteTimeSpan, Time);
        await using var stopping = Args.Stopping.UnsafeRegister(static waits => LateResult.Stop((CancellationTokenSource)waits!), stop).ConfigureAwait(false);
        Volatile.Write(ref waitingStop, stop);
        if (Volatile.Read(ref stage) == Abandoned) await stop.CancelAsync().ConfigureAwait(false);
        await using var leaving = stop.Token.UnsafeRegister(_ => gate.Leave(queued!), null).ConfigureAwait(false);
        var admitted = await entering.ConfigureAwait(false);
        Volatile.Write(ref waitingStop, null);
        return admitted ? null : InvokeResult.Fail(Args.Stopping.IsCancellationRequested ? InvokeErrors.Stopped(Args, inDoubt: false) : InvokeErrors.Busy(this));
    }

    /// <summary>Takes a place in the serving instance, and looks the method up again where a swap came in between.</summary>
    public async ValueTask<InvokeResult?> EnterInstanceAsync(CallPlace place)
    {
        ConnectorInstance? instance;
        while (!Handle.TryEnter(out instance))
        {
            if (Refused() is { } refused) return refused;
            if (await WaitUntilReadyAsync().ConfigureAwait(false) is { } late) return late;
        }

        place.Instance = instance;
        return Resolve(instance);
    }

    public bool TryStart() => Interlocked.CompareExchange(ref stage, Started, Waiting) == Waiting;

    /// <summary>The outcome of a call that never started; where its caller left, another with the same request id may run it.</summary>
    public CallOutcome NeverStarted(InvokeResult refused) => new(refused, false) { MayRunAgain = Volatile.Read(ref stage) == Abandoned };

    /// <summary>The outcome of a call that ran. A Safe one that its caller's deadline stopped, or whose table only one can read, may be run again for others.</summary>
    public CallOutcome HasRun(InvokeResult result) => new(result, true)
    {
        StillRunning = IsOutlived,
        MayRunAgain = Safety == MethodSafety.Safe && ((StoppedByCaller && !result.IsOk) || result.Value is ConnectorTable { IsStream: true }),
    };

    /// <summary>A Keyed call is recognised by its id: without one, each attempt would be a new call to the other side.</summary>
    public void NameIfKeyed()
    {
        if (Safety == MethodSafety.Keyed && Args.RequestId is null) Args = Args.Under(Guid.CreateVersion7(Time.GetUtcNow()).ToString());
    }

    /// <summary>The caller leaves: true when the call had not started and now never will.</summary>
    public bool TryAbandon()
    {
        if (Interlocked.CompareExchange(ref stage, Abandoned, Waiting) != Waiting) return false;
        LateResult.Stop(Volatile.Read(ref waitingStop));
        return true;
    }

    /// <summary>Tells the breakers how an attempt ended; true when one has just opened.</summary>
    public bool Record(string target, InvokeResult result)
    {
        var breakers = Handle.Runtime.Breakers;
        switch (result.Error?.Code)
        {
            case null or ConnectorErrorCode.Rejected or ConnectorErrorCode.AccessDenied:
                breakers.Succeeded(target);
                Method.FailingTarget = null;
                return false;
            case ConnectorErrorCode.Unavailable or ConnectorErrorCode.Timeout when !StoppedByCaller:
                var failing = Method.Info.Target ?? result.Error.Target ?? target;
                if (!string.Equals(failing, target, StringComparison.OrdinalIgnoreCase)) breakers.Undecided(target);
                Method.FailingTarget = failing;
                return breakers.Failed(failing);
            default:
                breakers.Undecided(target);
                return false;
        }
    }

    /// <summary>Whether the deadline of the caller, not the connector's limit, stopped a Safe call.</summary>
    public bool StoppedByCaller { get; set; }

    public bool MayRepeat(InvokeResult result, int attempt, CallPlace place)
    {
        if (result.IsOk || place.IsKept || StoppedByCaller) return false;
        if (ReInvokes) return attempt == 1 && result.Error.Code == ConnectorErrorCode.Timeout;
        return Safety != MethodSafety.Unsafe && result.Error.Retryable && attempt <= Handle.Options.Retries;
    }

    /// <summary>Waits before a repeat; false when the rest of the limit is too short for one.</summary>
    public async ValueTask<bool> PauseAsync(ConnectorError error)
    {
        if (ReInvokes) return true;
        var pause = error.RetryAfter ?? Handle.Options.RetryDelay;
        if (Limit is { } limit && Time.GetElapsedTime(takenAt) + pause >= limit) return false;
        await Task.Delay(pause, Time).ConfigureAwait(false);
        return true;
    }

    private async ValueTask<InvokeResult?> WaitUntilReadyAsync()
    {
        var patience = Handle.Options.Timeout ?? TimeSpan.FromSeconds(30);
        while (true)
        {
            var changed = Handle.Changed;
            if (Handle.State != ConnectorState.Starting) return null;
            var rest = patience - Time.GetElapsedTime(takenAt);
            if (Volatile.Read(ref stage) == Abandoned) return InvokeResult.Fail(InvokeErrors.CallerLeft(Args, inDoubt: false));
            if (rest <= TimeSpan.Zero || !await Wait.EndsAsync(changed, rest, Time).ConfigureAwait(false)) return InvokeResult.Fail(InvokeErrors.StillStarting(Args.ConnectorId));
        }
    }

    private InvokeResult? Refused() => Handle.State switch
    {
        ConnectorState.Disabled => InvokeResult.Fail(InvokeErrors.Disabled(Args.ConnectorId)),
        ConnectorState.Faulted => InvokeResult.Fail(Handle.Fault ?? InvokeErrors.StillStarting(Args.ConnectorId)),
        _ => null,
    };

    private InvokeResult? Resolve(ConnectorInstance? instance)
    {
        if (instance is null) return InvokeResult.Fail(InvokeErrors.StillStarting(Args.ConnectorId));
        var (className, methodName) = (Args.ClassName, Args.MethodName);
        if (instance.Methods.Find(ref className, ref methodName, Args.ConnectorId) is not { } entry)
        {
            return InvokeResult.Fail(MethodErrors.NotFound(Args.ConnectorId, className, methodName, instance.Methods.List).Error);
        }

        Method = entry;
        if (!ReferenceEquals(className, Args.ClassName)) Args = Args.As(className, methodName);
        return null;
    }
}
