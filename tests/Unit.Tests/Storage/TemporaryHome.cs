using Server.Storage;
using TestKit;

namespace Unit.Tests.Storage;

/// <summary>A home folder of a test's own, with its databases, gone after the test. With a connection string the databases are in PostgreSQL.</summary>
internal sealed class TemporaryHome : IDisposable
{
    private SqlDatabase? database;

    public TemporaryHome(string? connectionString = null)
    {
        Options = new StorageOptions
        {
            HomeFolder = Directory.CreateTempSubdirectory("connectors-test-").FullName,
            Provider = connectionString is null ? StorageProvider.Sqlite : StorageProvider.PostgreSql,
            ConnectionString = connectionString,
        };
    }

    public ManualTimeProvider Time { get; } = new();

    public LogLines Log { get; } = new();

    public StorageOptions Options { get; }

    public SqlDatabase Database => database ??= SqlDatabase.Open(Options, Time, Log);

    public SqlDatabase Reopen()
    {
        Close();
        return Database;
    }

    public void Close()
    {
        database?.Dispose();
        database = null;
    }

    public void Dispose()
    {
        database?.Dispose();
        Directory.Delete(Options.HomeFolder, recursive: true);
    }
}
