using Cleverence.Connectivity;
using Cleverence.Warehouse;
using global::ServerJobs;
using global::ServerJobs.Background;
using Microsoft.Extensions.Logging;
using Server.Storage;
using TestKit;
using Unit.Tests.Storage;

namespace Unit.Tests.ServerJobs.Background;

/// <summary>Background operations over a store of a test's own, with an invoker and a clock that do what the test says.</summary>
internal sealed class BackgroundBench : IDisposable
{
    private readonly TemporaryHome home = new();

    public BackgroundBench()
    {
        Store = new SqlBackgroundStore(home.Database, home.Time);
        Operations = Create();
        Notifications = new Notifications(Store, Bell, new OwnerPresence(Store, Time, Logger<OwnerPresence>()));
    }

    public static BackgroundOwner Owner { get; } = new("key-1", "TSD-1");

    public FakeInvoker Invoker { get; } = new();

    public ManualTimeProvider Time => home.Time;

    public SqlBackgroundStore Store { get; private set; }

    public NotificationBell Bell { get; } = new();

    public RecordingLogger Log { get; } = new();

    public BackgroundOperations Operations { get; private set; }

    public LostOperations Lost => new(Store, Bell, Time, Logger<LostOperations>());

    public Notifications Notifications { get; private set; }

    public static BackgroundWork Work(string method = "Work", string key = "", string? requestId = null) =>
        new(Owner, new InvokeArgs("Stock", "", method)) { Key = key, RequestId = requestId, Asked = [1] };

    public async Task<BackgroundOperation> StartAsync(BackgroundWork? work = null) =>
        (await Operations.StartAsync(work ?? Work(), CancellationToken.None)).Operation!;

    /// <summary>A method that runs until the source is completed or cancelled, and hands its arguments to the test.</summary>
    public (TaskCompletionSource<InvokeResult> End, Task<InvokeArgs> Begun) Hold()
    {
        var end = new TaskCompletionSource<InvokeResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource<InvokeArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        Invoker.Answer = async (args, _) =>
        {
            begun.TrySetResult(args);
            try
            {
                return await end.Task.WaitAsync(args.Stopping);
            }
            catch (OperationCanceledException)
            {
                return InvokeResult.Fail(new ConnectorError(ConnectorErrorCode.Cancelled, "Stopped.") { InDoubt = true });
            }
        };
        return (end, begun.Task.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    public async Task<BackgroundOperation> EndedAsync(string id)
    {
        await Eventually.Become(() => Find(id).State != BackgroundState.Active, "the end of the operation");
        return Find(id);
    }

    public BackgroundOperation Find(string id) => Operations.FindAsync(id, CancellationToken.None).AsTask().GetAwaiter().GetResult()!;

    public IReadOnlyList<Notification> Told(long after = 0) =>
        Store.ListNotificationsAsync(new NotificationQuery(Owner, after, 1000), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public Task ToldAsync(Func<IReadOnlyList<Notification>, bool> good) => Eventually.Become(() => good(Told()), "the notification");

    /// <summary>The same store after a restart of the server.</summary>
    public void Restart()
    {
        Store = new SqlBackgroundStore(home.Reopen(), Time);
        Operations = Create();
    }

    public void Dispose()
    {
        home.Dispose();
        Log.Dispose();
    }

    private BackgroundOperations Create()
    {
        var options = new BackgroundOptions();
        var runner = new OperationRunner(new BackgroundCall(Invoker, options), Store, Bell, Time, Logger<OperationRunner>());
        return new BackgroundOperations(Store, runner, Bell, options, new JobNode("node", "node"), Time, Logger<BackgroundOperations>());
    }

    private ILogger<T> Logger<T>()
    {
        using var factory = new LoggerFactory();
        factory.AddProvider(Log);
        return factory.CreateLogger<T>();
    }
}
