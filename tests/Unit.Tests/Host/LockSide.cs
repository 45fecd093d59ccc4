using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;
using Server.Operations;
using Server.Storage;
using ServerJobs;
using Unit.Tests.Storage;
using LogLines = Unit.Tests.Hosting.LogLines;

namespace Unit.Tests.Host;

/// <summary>One of two servers with its locks.</summary>
internal sealed class LockSide(TemporaryHome home, JobNode node, OperationLocks locks, LogLines log) : IDisposable
{
    public LogLines Log { get; } = log;

    public static LockSide Open(string connection, string name, TimeSpan limit)
    {
        var home = new TemporaryHome(connection);
        var node = new JobNode($"{name}/1", name);
        home.Database.Claims().Renew(node, TimeSpan.FromSeconds(60));
        var log = new LogLines();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(log));
        var shared = new SharedOperationLock(new SqlOperationLocks(home.Database), node, TimeProvider.System, factory.CreateLogger<SharedOperationLock>());
        return new LockSide(home, node, new OperationLocks(TimeProvider.System, limit, shared), log);
    }

    public HeldOperation Start(string name, ServerOperationLock mode)
    {
        var held = new HeldOperation();
        held.Task = RunAsync(name, mode, held.HoldAsync);
        return held;
    }

    public Task RunAsync(string name, ServerOperationLock mode, Func<Task> run, CancellationToken cancellationToken = default) => locks.RunAsync(
        name,
        mode,
        "test",
        async _ =>
        {
            await run();
            return 0;
        },
        cancellationToken).AsTask();

    public async Task<IEnumerable<string>> SeenAsync() =>
        (await locks.LookAsync(CancellationToken.None)).Select(state => $"{state.Name} {(state.Running ? "runs" : "waits")}{(state.Node is null ? "" : $" @ {state.Node}")}");

    public void FallSilent() => home.Database.Claims().Renew(node, TimeSpan.FromSeconds(-1));

    public void Dispose() => home.Dispose();
}
