using Microsoft.Data.Sqlite;

namespace Faults.Harness;

/// <summary>Holds databases locked against every other writer.</summary>
internal sealed class StoreLock : IDisposable
{
    private readonly List<SqliteConnection> connections = [];

    public StoreLock(IEnumerable<string> databases)
    {
        foreach (var database in databases)
        {
            connections.Add(Open(database));
            using var begin = new SqliteCommand("BEGIN EXCLUSIVE", connections[^1]);
            begin.ExecuteNonQuery();
        }
    }

    public static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        foreach (var connection in connections) connection.Dispose();
        connections.Clear();
    }
}
