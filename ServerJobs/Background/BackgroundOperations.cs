using System.Collections.Concurrent;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;

namespace ServerJobs.Background;

/// <summary>Starts, finds, awaits and cancels background operations. Thread-safe; what it gives is read from the store, never a cached copy.</summary>
public sealed class BackgroundOperations : IDisposable
{
    /// <summary>The longest key.</summary>
    public const int MaxKey = 128;

    // An operation of another server is looked after this often.
    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(500);
    private readonly ConcurrentDictionary<string, ActiveOperation> active = new();
    private readonly CancellationTokenSource closing = new();
    private readonly IBackgroundStore store;
    private readonly OperationRunner runner;
    private readonly NotificationBell bell;
    private readonly BackgroundOptions options;
    private readonly JobNode node;
    private readonly ISharedOperations? shared;
    private readonly TimeProvider time;
    private readonly ILogger<BackgroundOperations> logger;
    private volatile bool stopping;

    internal BackgroundOperations(IBackgroundStore store, OperationRunner runner, NotificationBell bell, BackgroundOptions options, JobNode node, TimeProvider time, ILogger<BackgroundOperations> logger, ISharedOperations? shared = null)
    {
        this.store = store;
        this.runner = runner;
        this.bell = bell;
        this.options = options;
        this.node = node;
        this.shared = shared;
        this.time = time;
        this.logger = logger;
    }

    /// <summary>Starts an operation. It is kept before it begins, and goes on whoever leaves.</summary>
    /// <param name="work">What to do.</param>
    /// <param name="cancellationToken">Stops the wait for the store, not the operation.</param>
    /// <returns>The operation, also of a repeated request; or why there is none.</returns>
    public async ValueTask<BackgroundStart> StartAsync(BackgroundWork work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (stopping) return new BackgroundStart(null, BackgroundErrors.Stopping);
        var operation = Describe(work);
        var record = await store.StartAsync(operation, work.Portions, cancellationToken).ConfigureAwait(false);
        switch (record.Verdict)
        {
            case StartVerdict.OtherRequest: return new BackgroundStart(null, BackgroundErrors.OtherRequest(work.RequestId ?? ""));
            case StartVerdict.KeyTaken: return new BackgroundStart(null, BackgroundErrors.KeyTaken(record.Operation));
            case StartVerdict.Repeated: return new BackgroundStart(record.Operation);
            default: Run(operation, work); break;
        }

        return new BackgroundStart(operation);
    }

    /// <summary>Reads an operation.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The operation as it is now, or null.</returns>
    public ValueTask<BackgroundOperation?> FindAsync(string id, CancellationToken cancellationToken) => store.FindAsync(id, cancellationToken);

    /// <summary>Lists operations, newest first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The operations.</returns>
    public ValueTask<IReadOnlyList<BackgroundOperation>> ListAsync(BackgroundQuery query, CancellationToken cancellationToken) => store.ListAsync(query, cancellationToken);

    /// <summary>Waits for the end of an operation.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="wait">How long at most.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The operation as it is then, ended or not; null for none.</returns>
    public async ValueTask<BackgroundOperation?> WaitAsync(string id, TimeSpan wait, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        if (active.TryGetValue(id, out var here) && wait > TimeSpan.Zero)
        {
            await here.Ended.WaitAsync(wait, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }

        while (true)
        {
            var operation = await store.FindAsync(id, cancellationToken).ConfigureAwait(false);
            if (operation is null or { State: not BackgroundState.Active } || time.GetElapsedTime(began) >= wait) return operation;
            await Task.Delay(LookPause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Asks an operation to stop, on whichever server it runs. It stops at its next safe point; what has ended by then keeps its end.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The operation as it is now, or null.</returns>
    public async ValueTask<BackgroundOperation?> CancelAsync(string id, CancelledBy by, CancellationToken cancellationToken)
    {
        if (!Stop(id, by) && shared is not null) await shared.AskCancelAsync(id, by, cancellationToken).ConfigureAwait(false);
        return await store.FindAsync(id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the messages of an operation.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="remove">Whether they are removed.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The messages, in order.</returns>
    public ValueTask<IReadOnlyList<UserMessage>> ReadMessagesAsync(string id, bool remove, CancellationToken cancellationToken) => store.ReadMessagesAsync(id, remove, cancellationToken);

    /// <summary>Reads the portions of an operation, done or not.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The record of keys and what came of each portion.</returns>
    public async ValueTask<ConnectorRecord> ReadPortionsAsync(string id, CancellationToken cancellationToken) =>
        PortionResult.MapOf(await store.ReadPortionsAsync(id, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads the result of an ended operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The result, or its error; null when the result is over its lifetime.</returns>
    public async ValueTask<InvokeResult?> ReadResultAsync(BackgroundOperation operation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Error is { } error ? InvokeResult.Fail(error) : await store.ReadResultAsync(operation.Id, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => closing.Dispose();

    /// <summary>The operations that run on this server.</summary>
    internal IReadOnlyCollection<string> Running => [.. active.Keys];

    /// <summary>Asks an operation that runs on this server to stop.</summary>
    internal bool Stop(string id, CancelledBy by)
    {
        if (!active.TryGetValue(id, out var here)) return false;
        if (here.TryCancel(by)) BackgroundLog.Cancelling(logger, id, here.Operation.Call, by);
        return true;
    }

    /// <summary>Lets nothing start any more, waits, cancels what is left and waits until that is kept.</summary>
    internal async Task StopAsync(CancellationToken cancellationToken)
    {
        stopping = true;
        await Drained().WaitAsync(options.StopWait, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var here in active.Values) here.TryCancel(CancelledBy.Server);
        await Drained().WaitAsync(TimeSpan.FromSeconds(2), time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await closing.CancelAsync().ConfigureAwait(false);
    }

    private Task Drained() => Task.WhenAll(active.Values.Select(here => here.Ended));

    private BackgroundOperation Describe(BackgroundWork work)
    {
        var (args, now) = (work.Args, time.GetUtcNow());
        var id = Guid.CreateVersion7(now).ToString();
        var call = args.ClassName.Length == 0 ? $"{args.ConnectorId}:{args.MethodName}" : $"{args.ConnectorId}:{args.ClassName}.{args.MethodName}";
        return new BackgroundOperation(id, work.Owner, call, now)
        {
            Key = work.Key,
            Title = work.Title.Length == 0 ? call : work.Title,
            UserId = args.Caller.UserId,
            RequestId = work.RequestId,
            Asked = work.Asked,
            CorrelationId = args.CorrelationId,
            Node = node.Name,
            NodeId = node.Id,
            ResultAddress = $"tmp/{id}",
            PortionCount = work.Portions.Count,
        };
    }

    private void Run(BackgroundOperation operation, BackgroundWork work)
    {
        var here = new ActiveOperation(operation, new OperationOutbox(operation, store, bell, time, logger));
        active[operation.Id] = here;
        Quietly.Do(() => BackgroundLog.Started(logger, operation.Id, operation.Call, operation.Owner.KeyId, operation.Owner.DeviceId, operation.Key, operation.PortionCount, operation.CorrelationId));
        _ = Task.Run(async () =>
        {
            await runner.RunAsync(here, work, closing.Token).ConfigureAwait(false);
        });
        _ = here.Ended.ContinueWith(_ => active.TryRemove(operation.Id, out var _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
