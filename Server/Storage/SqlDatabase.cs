using System.Diagnostics.Metrics;

namespace Server.Storage;

/// <summary>The server's two databases in its home folder: <c>exchange.db</c>, where a commit survives a power cut, and <c>history.db</c>, where rows may be lost.</summary>
public sealed class SqlDatabase : IDisposable
{
    private readonly HomeLock home;
    private readonly Meter meter = new("Server.Storage");

    private SqlDatabase(HomeLock home, SqlRoom exchange, SqlRoom history)
    {
        this.home = home;
        Exchange = exchange;
        History = history;
        meter.CreateObservableCounter("storage.history.dropped", () => DroppedHistoryRows, "{row}", "History rows dropped because the writer could not keep up.");
    }

    /// <summary>How many history rows were dropped because the writer could not keep up.</summary>
    public long DroppedHistoryRows => History.Writer.Dropped;

    internal SqlRoom Exchange { get; }

    internal SqlRoom History { get; }

    /// <summary>Takes the home folder, opens both databases and brings them up to date.</summary>
    /// <param name="options">The options.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The databases.</returns>
    /// <exception cref="StorageException">Another server uses the folder, or a database cannot be opened.</exception>
    public static SqlDatabase Open(StorageOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        var folder = Path.GetFullPath(options.HomeFolder);
        MakeFolder(folder);
        var home = HomeLock.Take(folder);
        SqlRoom? exchange = null;
        try
        {
            exchange = SqlRoom.Open(Path.Combine(folder, "exchange.db"), durable: true, Migration.Embedded("exchange"), options, time);
            var history = SqlRoom.Open(Path.Combine(folder, "history.db"), durable: false, Migration.Embedded("history"), options, time);
            return new SqlDatabase(home, exchange, history);
        }
        catch
        {
            exchange?.Dispose();
            home.Dispose();
            throw;
        }
    }

    /// <summary>Commits what is queued and gives the folder free.</summary>
    public void Dispose()
    {
        meter.Dispose();
        Exchange.Dispose();
        History.Dispose();
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
