using Cleverence.Connectivity;
using Cleverence.Warehouse;
using global::ServerJobs;
using global::ServerJobs.Background;
using Microsoft.Extensions.Logging;
using Server.Storage;
using TestKit;
using Unit.Tests.Storage;

namespace Unit.Tests.ServerJobs.Background;

/// <summary>One of several servers on one PostgreSQL, with a clock of its own and without its threads: a test gives its word and lets it look by hand.</summary>
internal sealed class SharedNode : IDisposable
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private readonly TemporaryHome home;
    private readonly ILoggerFactory loggers;
    private readonly JobNode node;

    public SharedNode(string connectionString, string name, TimeSpan ahead = default)
    {
        home = new TemporaryHome(connectionString);
        home.Time.SetUtcNow(DateTimeOffset.UtcNow + ahead);
        loggers = LoggerFactory.Create(builder => builder.AddProvider(Log));
        node = new JobNode($"{name}/1", name);
        Store = new SqlBackgroundStore(home.Database, Time);
        var shared = new SqlSharedOperations(home.Database);
        var options = new BackgroundOptions { Node = name };
        var runner = new OperationRunner(new BackgroundCall(Invoker, options), Store, Bell, Time, loggers.CreateLogger<OperationRunner>());
        Operations = new BackgroundOperations(Store, runner, Bell, options, node, Time, loggers.CreateLogger<BackgroundOperations>(), shared);
        Notifications = new Notifications(Store, Bell, new OwnerPresence(Store, Time, loggers.CreateLogger<OwnerPresence>()));
        Watch = new SharedWatch(shared, Operations, new LostOperations(Store, Bell, Time, loggers.CreateLogger<LostOperations>()), Bell, options, Time, loggers.CreateLogger<SharedWatch>());
    }

    public static BackgroundOwner Owner { get; } = new("key-1", "TSD-1");

    public FakeInvoker Invoker { get; } = new();

    public ManualTimeProvider Time => home.Time;

    public SqlBackgroundStore Store { get; }

    public NotificationBell Bell { get; } = new();

    public RecordingLogger Log { get; } = new();

    public BackgroundOperations Operations { get; }

    public Notifications Notifications { get; }

    public SharedWatch Watch { get; }

    /// <summary>A method that runs until it is stopped.</summary>
    public async Task<BackgroundOperation> HoldAsync(Task<InvokeResult> end, string key = "")
    {
        Invoker.Answer = async (args, _) =>
        {
            try
            {
                return await end.WaitAsync(args.Stopping);
            }
            catch (OperationCanceledException)
            {
                return InvokeResult.Fail(new ConnectorError(ConnectorErrorCode.Cancelled, "Stopped."));
            }
        };
        return (await Operations.StartAsync(new BackgroundWork(Owner, new InvokeArgs("Stock", "", "Work")) { Key = key, Asked = [1] }, default)).Operation!;
    }

    /// <summary>Gives the server's word to the others.</summary>
    public void Live() => home.Database.Claims().Renew(node, Lease);

    /// <summary>What the others find when its lease has run out.</summary>
    public void FallSilent() => home.Database.Claims().Leave(node);

    /// <summary>Looks, and once more after a time.</summary>
    public async Task LookAsync(TimeSpan after)
    {
        await Watch.LookAsync(default);
        Time.Advance(after);
        await Watch.LookAsync(default);
    }

    public BackgroundOperation Find(string id) => Operations.FindAsync(id, default).AsTask().GetAwaiter().GetResult()!;

    public void Dispose()
    {
        Watch.Dispose();
        Operations.Dispose();
        home.Dispose();
        loggers.Dispose();
    }
}
