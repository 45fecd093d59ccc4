using Dapper;
using Microsoft.Data.Sqlite;

namespace Server.Storage;

/// <summary>Brings a database to the newest version, forward only, all in one transaction that keeps others out.</summary>
internal sealed class Migrator(SqliteConnection connection, string path, TimeProvider time)
{
    private const string CreateTable = "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL)";
    private const string Current = "SELECT COALESCE(MAX(version), 0) FROM schema_version";
    private const string Note = "INSERT INTO schema_version (version, name, applied_at) VALUES (@Version, @Name, @At)";

    public void Apply(IReadOnlyList<Migration> migrations)
    {
        // Not deferred: the write lock is taken before the version is read.
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute(CreateTable, transaction: transaction);
        var version = connection.ExecuteScalar<int>(Current, transaction: transaction);
        var newest = migrations.Count == 0 ? 0 : migrations[^1].Version;
        if (version > newest)
        {
            throw new StorageException($"The database '{path}' has version {version}, this server knows versions up to {newest}. Start the newer server again, or restore the copy made before it.");
        }

        foreach (var migration in migrations.Where(migration => migration.Version > version))
        {
            connection.Execute(migration.Script, transaction: transaction);
            connection.Execute(Note, new { migration.Version, migration.Name, At = UnixTime.Of(time.GetUtcNow()) }, transaction);
        }

        transaction.Commit();
    }
}
