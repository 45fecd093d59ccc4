using Microsoft.Data.Sqlite;

namespace Benchmarks.Exchange;

/// <summary>The shortest program that loses nothing: the same three rows by hand in plain tables, prepared statements, and each message committed alone under the same settings of the file.</summary>
internal sealed class NaiveAccepts : IAcceptSide
{
    private const string Tables = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA wal_autocheckpoint = 4000;
        CREATE TABLE message (id TEXT PRIMARY KEY, organisation TEXT, document TEXT, stage TEXT, created_at INTEGER, payload BLOB);
        CREATE TABLE protocol (position INTEGER PRIMARY KEY, message_id TEXT, document TEXT, stage TEXT, at INTEGER, hash TEXT, payload BLOB);
        CREATE TABLE document (id TEXT PRIMARY KEY, status TEXT, changed_at INTEGER);
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("connectors-bench-").FullName;
    private readonly Lock gate = new();
    private readonly SqliteConnection connection;
    private readonly SqliteCommand[] inserts;

    public NaiveAccepts()
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "naive.db"), Pooling = false }.ToString());
        connection.Open();
        using var make = connection.CreateCommand();
        make.CommandText = Tables;
        make.ExecuteNonQuery();
        inserts =
        [
            Prepare("INSERT INTO message VALUES (@id, @organisation, @document, 'Enqueued', @now, @payload)"),
            Prepare("INSERT INTO protocol (message_id, document, stage, at, hash, payload) VALUES (@id, @document, 'Enqueued', @now, @hash, @payload)"),
            Prepare("INSERT INTO document VALUES (@document, 'ToBeSent', @now)"),
        ];
    }

    public Task AcceptAsync(AcceptedMessage message)
    {
        var values = new Dictionary<string, object>
        {
            ["@id"] = message.Id, ["@organisation"] = message.Organisation, ["@document"] = message.Document, ["@hash"] = message.Hash, ["@payload"] = message.Payload,
            ["@now"] = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        lock (gate)
        {
            using var transaction = connection.BeginTransaction();
            foreach (var insert in inserts)
            {
                insert.Transaction = transaction;
                foreach (SqliteParameter parameter in insert.Parameters) parameter.Value = values[parameter.ParameterName];
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return Task.CompletedTask;
    }

    public void Dispose()
    {
        foreach (var insert in inserts) insert.Dispose();
        connection.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private SqliteCommand Prepare(string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var name in new[] { "@id", "@organisation", "@document", "@hash", "@payload", "@now" }.Where(name => text.Contains(name, StringComparison.Ordinal))) command.Parameters.Add(new SqliteParameter(name, null));
        return command;
    }
}
