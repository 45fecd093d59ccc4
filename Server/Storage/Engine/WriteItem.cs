using System.Data.Common;

namespace Server.Storage;

/// <summary>A piece of work that waits for the writer.</summary>
internal abstract class WriteItem(CancellationToken cancellationToken)
{
    protected CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Ends an item nobody wants any more, before it has touched anything.</summary>
    public bool CancelIfAsked()
    {
        if (CancellationToken.IsCancellationRequested) Cancel();
        return CancellationToken.IsCancellationRequested;
    }

    public abstract void Run(DbConnection connection);

    /// <summary>Tells the caller that the work is committed.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception cause);

    protected abstract void Cancel();
}
