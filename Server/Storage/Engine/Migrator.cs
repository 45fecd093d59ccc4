using System.Data.Common;
using Dapper;

namespace Server.Storage;

/// <summary>Brings a room to the newest version, forward only, all in one transaction that keeps others out.</summary>
internal sealed class Migrator(DbConnection connection, SqlDialect dialect, string room, string path, TimeProvider time)
{
    // In seconds: a step over millions of rows, or the wait for another server that makes one.
    private const int Patience = 1800;
    private readonly string table = dialect.VersionTable(room);

    public void Apply(IReadOnlyList<Migration> migrations)
    {
        // On SQLite it is not a deferred one: the write lock is taken before the version is read.
        using var transaction = connection.BeginTransaction();
        if (dialect.LockForMigration is { } keepOut) connection.Execute(keepOut, new { room = room.Length }, transaction, Patience);
        connection.Execute(dialect.Script($"CREATE TABLE IF NOT EXISTS {table} (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL)"), transaction: transaction);
        var version = connection.ExecuteScalar<int>($"SELECT COALESCE(MAX(version), 0) FROM {table}", transaction: transaction);
        var newest = migrations.Count == 0 ? 0 : migrations[^1].Version;
        if (version > newest)
        {
            throw new StorageException($"The database '{path}' has version {version}, this server knows versions up to {newest}. Start the newer server again, or restore the copy made before it.");
        }

        foreach (var migration in migrations.Where(migration => migration.Version > version))
        {
            connection.Execute(migration.Script, transaction: transaction, commandTimeout: Patience);
            connection.Execute($"INSERT INTO {table} (version, name, applied_at) VALUES (@Version, @Name, @At)", new { migration.Version, migration.Name, At = UnixTime.Of(time.GetUtcNow()) }, transaction);
        }

        transaction.Commit();
    }
}
