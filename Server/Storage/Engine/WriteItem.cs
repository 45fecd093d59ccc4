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

    /// <summary>Does the work. It may be asked for twice: a group that fell with one of its items is done again without that one.</summary>
    public abstract void Run(DbConnection connection);

    /// <summary>Tells the caller that the work is committed.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception cause);

    protected abstract void Cancel();
}
