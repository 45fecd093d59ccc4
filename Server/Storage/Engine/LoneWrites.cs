using System.Data;
using System.Data.Common;

namespace Server.Storage;

/// <summary>Commits writes one by one, each in a transaction of its own: what is left when their group met another server's again and again.</summary>
/// <param name="connection">The writer's connection.</param>
/// <param name="source">The database.</param>
/// <param name="pause">Waits; less when the writer ends.</param>
internal sealed class LoneWrites(DbConnection connection, SqlSource source, Action<TimeSpan> pause) : IDisposable
{
    private const int MostTries = 5;

    // What the other server's transaction needs to end; by chance, so that the two do not meet again and again.
    private const int LeastPause = 5, MostPause = 50;
    private readonly WriteTransaction transaction = new(connection, source);

    /// <summary>Runs them; each that ends is told. Those after a lost connection are not.</summary>
    /// <returns>The failure of the database itself that was met; null for none.</returns>
    public Exception? Run(IReadOnlyList<WriteItem> items)
    {
        Exception? fault = null;
        foreach (var item in items)
        {
            for (var tries = 1; !TryRun(item, isLast: tries == MostTries, ref fault); tries++) Pause();
            if (connection.State != ConnectionState.Open) break;
        }

        return fault;
    }

    /// <summary>Waits before a repeat.</summary>
    public void Pause() => pause(TimeSpan.FromMilliseconds(Random.Shared.Next(LeastPause, MostPause)));

    public void Dispose() => transaction.Dispose();

    // False when it is to be tried again.
    private bool TryRun(WriteItem item, bool isLast, ref Exception? fault)
    {
        try
        {
            transaction.Begin();
            item.Run(connection);
            transaction.Commit();
        }
        catch (Exception cause)
        {
            var gone = transaction.Rollback();
            if (!isLast && source.IsConflict(cause)) return false;
            var told = source.Explain(cause);
            if (told is StorageException) fault ??= cause;
            fault ??= gone;
            item.Fail(told);
            return true;
        }

        item.Complete();
        return true;
    }
}
