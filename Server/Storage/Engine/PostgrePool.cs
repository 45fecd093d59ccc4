using Npgsql;

namespace Server.Storage;

/// <summary>The pool of connections to PostgreSQL, with limits that let no read wait for longer than fifteen seconds.</summary>
internal static class PostgrePool
{
    private const int ConnectSeconds = 4;

    // A server that stands still is waited for twice: for the command, and to be told that it was given up.
    private const int CommandSeconds = 6;
    private const int CancelMilliseconds = 500;
    private const int PreparedStatements = 100;

    // A server that is stopped in the middle of a transaction holds rows that all others wait for; the database then ends its session.
    private const string EndsIdleTransactions = "-c idle_in_transaction_session_timeout=3000";

    /// <exception cref="StorageException">The connection string cannot be read. The message does not repeat it: there may be a password in it.</exception>
    public static NpgsqlDataSource Open(string? connectionString, out string name)
    {
        if (string.IsNullOrWhiteSpace(connectionString)) throw Wrong("is missing");
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(connectionString);
            if (!parts.ShouldSerialize("Timeout")) parts.Timeout = ConnectSeconds;
            if (!parts.ShouldSerialize("Command Timeout")) parts.CommandTimeout = CommandSeconds;
            if (!parts.ShouldSerialize("Cancellation Timeout")) parts.CancellationTimeout = CancelMilliseconds;
            if (!parts.ShouldSerialize("Application Name")) parts.ApplicationName = "Connectors";
            if (!parts.ShouldSerialize("Max Auto Prepare")) parts.MaxAutoPrepare = PreparedStatements;
            if (!parts.ShouldSerialize("Options")) parts.Options = EndsIdleTransactions;
            if (string.IsNullOrWhiteSpace(parts.Host)) throw Wrong("names no Host");
            name = $"'{parts.Host}:{parts.Port}/{parts.Database ?? parts.Username}'";
            return new NpgsqlDataSourceBuilder(parts.ConnectionString).Build();
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidOperationException)
        {
            throw Wrong("cannot be read");
        }
    }

    private static StorageException Wrong(string what) =>
        new($"Storage:Provider is 'postgresql', and Storage:ConnectionString {what}. Write it like 'Host=db.local;Port=5432;Database=connectors;Username=connectors;Password=…', or as {{ \"secret\": \"name\" }}.");
}
