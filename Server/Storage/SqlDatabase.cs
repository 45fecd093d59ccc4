using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Server.Storage;

/// <summary>The server's storage in two rooms: <c>exchange</c>, where a commit survives a power cut, and <c>history</c>, where the last rows may be lost. Two files in the home folder, or one PostgreSQL database.</summary>
public sealed class SqlDatabase : IDisposable
{
    // Rows of the history may be lost anyway: they wait a little to share a commit, which costs more than the rows.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(20);
    private readonly HomeLock home;
    private readonly NpgsqlDataSource? pool;
    private readonly Meter meter = new("Server.Storage");

    private SqlDatabase(HomeLock home, NpgsqlDataSource? pool, SqlRoom exchange, SqlRoom history)
    {
        this.home = home;
        this.pool = pool;
        Exchange = exchange;
        History = history;
        meter.CreateObservableCounter("storage.history.dropped", () => DroppedHistoryRows, "{row}", "History rows dropped because the writer could not keep up.");
    }

    /// <summary>How many history rows were dropped because the writer could not keep up.</summary>
    public long DroppedHistoryRows => History.Writer.Dropped;

    /// <summary>Whether other servers may share it.</summary>
    public bool IsShared => Exchange.Dialect.IsShared;

    /// <summary>This start of the server: what an earlier one held alone is nobody's.</summary>
    internal string StartId { get; } = Guid.NewGuid().ToString();

    internal SqlRoom Exchange { get; }

    internal SqlRoom History { get; }

    /// <summary>Takes the home folder, opens both rooms and brings them up to date.</summary>
    /// <param name="options">The options.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Takes faults of the database and damaged rows.</param>
    /// <returns>The rooms.</returns>
    /// <exception cref="StorageException">Another server uses the folder, or a database cannot be opened.</exception>
    public static SqlDatabase Open(StorageOptions options, TimeProvider time, ILogger<SqlDatabase>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        var folder = Path.GetFullPath(options.HomeFolder);
        MakeFolder(folder);
        var home = HomeLock.Take(folder);
        NpgsqlDataSource? pool = null;
        SqlRoom? exchange = null;
        try
        {
            var name = folder;
            if (options.Provider == StorageProvider.PostgreSql) pool = PostgrePool.Open(options.ConnectionString, out name);
            exchange = OpenRoom("exchange", durable: true);
            var history = OpenRoom("history", durable: false);
            if (logger is not null) Log.Opened(logger, exchange.Dialect.Name, name);
            return new SqlDatabase(home, pool, exchange, history);

            SqlRoom OpenRoom(string room, bool durable)
            {
                SqlSource source = pool is null ? new SqliteSource(Path.Combine(folder, $"{room}.db"), durable) : new PostgreSource(pool, name, durable);
                return SqlRoom.Open(room, source, options, durable ? TimeSpan.Zero : Gather, time, logger ?? (ILogger)NullLogger.Instance);
            }
        }
        catch
        {
            exchange?.Dispose();
            pool?.Dispose();
            home.Dispose();
            throw;
        }
    }

    /// <summary>The timetable that servers on this database share.</summary>
    /// <exception cref="InvalidOperationException">No other server can share it.</exception>
    internal SqlJobClaims Claims() => new(pool ?? throw new InvalidOperationException("Only servers on one PostgreSQL share their jobs; this storage is of files."));

    /// <summary>Commits what is queued and gives the folder free.</summary>
    public void Dispose()
    {
        meter.Dispose();
        Exchange.Dispose();
        History.Dispose();
        pool?.Dispose();
        home.Dispose();
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The home folder '{folder}' cannot be made: {refused.Message} Make it, or name another one.", refused);
        }
    }
}
