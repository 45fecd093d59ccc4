using System.Data.Common;

namespace Server.Storage;

/// <summary>A piece of work with a result, which the caller gets after the commit.</summary>
internal sealed class WriteItemOf<T>(Func<DbConnection, T> work, CancellationToken cancellationToken) : WriteItem(cancellationToken)
{
    // Callers go on in the pool; the writer's thread never runs their code.
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;

    public Task<T> Task => done.Task;

    public override void Run(DbConnection connection) => result = work(connection);

    public override void Complete() => done.TrySetResult(result);

    public override void Fail(Exception cause) => done.TrySetException(cause);

    protected override void Cancel() => done.TrySetCanceled(CancellationToken);
}
