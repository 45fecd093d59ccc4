using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;

namespace Server.Storage;

/// <summary>One of the two rooms of the storage: a batching writer, and readers that the writer never holds up.</summary>
internal sealed class SqlRoom : IDisposable
{
    private readonly SqlSource source;
    private readonly DamagedRows damaged;

    private SqlRoom(SqlSource source, BatchWriter writer, DamagedRows damaged)
    {
        this.source = source;
        this.damaged = damaged;
        Writer = writer;
    }

    public BatchWriter Writer { get; }

    public SqlDialect Dialect => source.Dialect;

    /// <summary>Opens a room, makes what is missing, and brings its tables up to date.</summary>
    /// <param name="room">The room's name, which is the folder of its scripts.</param>
    /// <param name="source">Where it is.</param>
    /// <param name="options">The options.</param>
    /// <param name="gather">How long a write waits for others to share its commit.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Takes what a person should know.</param>
    public static SqlRoom Open(string room, SqlSource source, StorageOptions options, TimeSpan gather, TimeProvider time, ILogger logger)
    {
        var scripts = Migration.Embedded(room, source.Dialect);
        try
        {
            var writer = new BatchWriter(source, create => Connect(create), options.QueueLimit, options.BatchLimit, gather, logger);
            return new SqlRoom(source, writer, new DamagedRows(source.Name, logger));
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            throw source.Explain(failure) is StorageException told ? told : new StorageException($"The database {source.Name} cannot be opened: {failure.Message}", failure);
        }

        // After a fault the file may be another one, such as an older copy put back.
        DbConnection Connect(bool create)
        {
            var connection = source.OpenWriter(create);
            try
            {
                new Migrator(connection, source.Dialect, room, source.Name, time).Apply(scripts);
                source.BeginWriting(connection);
                return connection;
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }
    }

    /// <summary>Reads in the caller's thread.</summary>
    public T Read<T>(Func<DbConnection, T> look)
    {
        try
        {
            using var connection = source.OpenReader();
            return look(connection);
        }
        catch (DbException failure)
        {
            throw source.Explain(failure) is StorageException told ? told : new StorageException(Unreadable(failure), failure);
        }
    }

    /// <summary>Reads without holding a thread where the database can do without one.</summary>
    public async Task<T> ReadAsync<T>(Func<DbConnection, CancellationToken, Task<T>> look, CancellationToken cancellationToken)
    {
        for (var again = false; ; again = true)
        {
            try
            {
                var connection = await source.OpenReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (connection.ConfigureAwait(false)) return await look(connection, cancellationToken).ConfigureAwait(false);
            }
            catch (DbException failure) when (!again && source.IsStale(failure))
            {
                source.Forget();
            }
            catch (Exception failure) when (failure is DbException or TimeoutException)
            {
                throw source.Explain(failure) is StorageException told ? told : new StorageException(Unreadable(failure), failure);
            }
        }
    }

    /// <summary>Finds one row by a question that is asked many times a second.</summary>
    public async Task<TRow?> FindAsync<TRow>(HotQuery<TRow> query, object?[] values, CancellationToken cancellationToken)
        where TRow : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (found, isDone) = Asked(() => source.TryFind(query, values, out var row) ? (row, true) : (null, false));
        return isDone ? found : await ReadAsync((connection, stop) => connection.QueryFirstOrDefaultAsync<TRow>(new CommandDefinition(query.Text, Named(query, values), cancellationToken: stop)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads rows by a question that is asked many times a second; one that cannot be understood is left out, and logged once.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<TRow, T>(HotQuery<TRow> query, object?[] values, Func<TRow, T> map, CancellationToken cancellationToken)
        where TRow : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Asked(() => source.TryList(query, values, map, (id, damage) => damaged.Tell(id, typeof(TRow).Name, damage)))
            ?? await ListAsync(query.Text, Named(query, values), map, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads rows; one that cannot be understood is left out, and logged once.</summary>
    public Task<IReadOnlyList<T>> ListAsync<TRow, T>(string text, object? values, Func<TRow, T> map, CancellationToken cancellationToken) =>
        ReadAsync((connection, stop) => damaged.ReadAsync(connection, text, values, map, stop), cancellationToken);

    /// <summary>Tells of a row that could not be understood, once.</summary>
    public void TellDamage(string id, string kind, Exception damage) => damaged.Tell(id, kind, damage);

    public void Dispose()
    {
        Writer.Dispose();
        source.Dispose();
    }

    private T Asked<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (DbException failure)
        {
            throw source.Explain(failure) is StorageException told ? told : new StorageException(Unreadable(failure), failure);
        }
    }

    private static DynamicParameters Named<TRow>(HotQuery<TRow> query, object?[] values)
        where TRow : class
    {
        var named = new DynamicParameters();
        for (var at = 0; at < values.Length; at++) named.Add(query.Names[at], values[at]);
        return named;
    }

    private string Unreadable(Exception failure) => $"Reading from {source.Name} failed: {failure.Message}";
}
