namespace Server.Storage;

/// <summary>Where and how the server keeps its data.</summary>
public sealed class StorageOptions
{
    /// <summary>The database: SQLite files in the home, or PostgreSQL.</summary>
    public StorageProvider Provider { get; set; }

    /// <summary>How PostgreSQL is reached, as Npgsql writes it.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>This server's name in the runs it writes, by which it knows its own again. The machine's name.</summary>
    public string Node { get; set; } = Environment.MachineName;

    /// <summary>The home folder; the two database files lie in it. Made when it is missing.</summary>
    public string HomeFolder { get; set; } = "home";

    /// <summary>How many writes may wait for one room. Durable writes then wait for room, history rows are dropped and counted. 10 000.</summary>
    public int QueueLimit { get; set; } = 10_000;

    /// <summary>How many writes one transaction takes at most. 500.</summary>
    public int BatchLimit { get; set; } = 500;

    /// <summary>How long a durable replay key is kept. A day.</summary>
    public TimeSpan ReplayLifetime { get; set; } = TimeSpan.FromDays(1);
}
