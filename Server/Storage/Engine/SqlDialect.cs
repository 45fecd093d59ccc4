namespace Server.Storage;

/// <summary>What the two databases do not have in common. Everything else is one text for both.</summary>
internal sealed class SqlDialect
{
    /// <summary>One file for a room; its writers are in this process.</summary>
    public static readonly SqlDialect Sqlite = new()
    {
        Name = "sqlite",
        Begin = "BEGIN IMMEDIATE",
        SavepointEach = true,
        IsShared = false,
        Now = "@now",
    };

    /// <summary>One database for both rooms and for several servers.</summary>
    public static readonly SqlDialect PostgreSql = new()
    {
        Name = "postgresql",
        Begin = "BEGIN",
        SavepointEach = false,
        IsShared = true,
        Now = "(EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint",
    };

    private SqlDialect()
    {
    }

    /// <summary>The word for it in the settings and in the names of scripts.</summary>
    public required string Name { get; init; }

    /// <summary>Begins a transaction that is going to write.</summary>
    public required string Begin { get; init; }

    /// <summary>Whether a savepoint costs nothing. Over a network it is two round trips, so that a group is tried without first.</summary>
    public required bool SavepointEach { get; init; }

    /// <summary>Whether other servers write to it as well.</summary>
    public required bool IsShared { get; init; }

    /// <summary>The moment, Unix milliseconds: of the database where several servers write, for their clocks differ; otherwise the value <c>@now</c> is given with it.</summary>
    public required string Now { get; init; }

    /// <summary>The statement that keeps a second server out while a room is brought up to date; null where the transaction does it.</summary>
    public string? LockForMigration => IsShared ? "SELECT pg_advisory_xact_lock(724309001, @room)" : null;

    /// <summary>The table that tells a room's version; two rooms in one database have two.</summary>
    public string VersionTable(string room) => IsShared ? $"schema_version_{room}" : "schema_version";

    /// <summary>A script as this database takes it: the same, but for the names of types, the order of texts by their bytes, and what only SQLite has.</summary>
    public string Script(string text) => !IsShared ? text : text
        .Replace(" INTEGER", " BIGINT", StringComparison.Ordinal)
        .Replace(" BLOB", " BYTEA", StringComparison.Ordinal)
        .Replace(" TEXT", " TEXT COLLATE \"C\"", StringComparison.Ordinal)
        .Replace(") WITHOUT ROWID", ")", StringComparison.Ordinal);
}
