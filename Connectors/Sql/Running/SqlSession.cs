using System.Data.Common;

namespace Connectors.Sql;

/// <summary>What one call holds of the database: connection, transaction, and what stops them. Disposing it without a commit rolls everything back.</summary>
internal sealed class SqlSession : IAsyncDisposable
{
    private readonly CancellationTokenSource stop;
    private readonly CancellationTokenSource limit;
    private DbTransaction? transaction;
    private IDisposable? hook;
    private DbConnection? connection;

    public SqlSession(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        this.limit = new CancellationTokenSource(limit, time);
        stop = CancellationTokenSource.CreateLinkedTokenSource(this.limit.Token, cancellationToken);
    }

    /// <summary>Fires when the call's limit passes or nobody waits for it any more.</summary>
    public CancellationToken Token => stop.Token;

    public CallStage Stage { get; private set; }

    public DbConnection Connection => connection!;

    public async ValueTask OpenAsync(SqlSource source, SqlMethod method)
    {
        connection = await source.OpenAsync(Token).ConfigureAwait(false);
        hook = source.StopWith(connection, Token);
        Stage = CallStage.Running;
        transaction = await source.BeginAsync(connection, method.Isolation, method.IsSafe, Token).ConfigureAwait(false);
    }

    public DbCommand Command()
    {
        var command = connection!.CreateCommand();
        command.Transaction = transaction;
        return command;
    }

    /// <summary>Commits what was done. It is not stopped half-way: a commit without an answer would leave everybody in doubt.</summary>
    public async ValueTask CommitAsync()
    {
        if (transaction is null) return;
        Token.ThrowIfCancellationRequested();
        Stage = CallStage.Committing;
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Lets the rest take its time: whoever reads a stream guards each row of it.</summary>
    public void Unlimit() => limit.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>Stops what runs, for a reader who has left.</summary>
    public void Stop()
    {
        try
        {
            stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended at this very moment.
        }
    }

    /// <summary>Ends a command that may still have rows, then everything.</summary>
    public async ValueTask DisposeAfterAsync(DbCommand command, DbDataReader reader)
    {
        try
        {
            await Ending.CloseAsync(reader).ConfigureAwait(false);
            await command.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            await DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        hook?.Dispose();
        try
        {
            if (transaction is not null) await transaction.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException or IOException)
        {
            // The database has rolled back already, or the connection is gone and with it the transaction.
        }
        finally
        {
            if (connection is not null) await connection.DisposeAsync().ConfigureAwait(false);
            stop.Dispose();
            limit.Dispose();
        }
    }
}
