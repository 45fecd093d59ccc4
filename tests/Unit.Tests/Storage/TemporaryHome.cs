using Server.Storage;
using TestKit;

namespace Unit.Tests.Storage;

/// <summary>A home folder of a test's own, with its databases, gone after the test.</summary>
internal sealed class TemporaryHome : IDisposable
{
    private SqlDatabase? database;

    public TemporaryHome()
    {
        Options = new StorageOptions { HomeFolder = Directory.CreateTempSubdirectory("connectors-test-").FullName };
    }

    public ManualTimeProvider Time { get; } = new();

    public StorageOptions Options { get; }

    public SqlDatabase Database => database ??= SqlDatabase.Open(Options, Time);

    public SqlDatabase Reopen()
    {
        database?.Dispose();
        database = null;
        return Database;
    }

    public void Dispose()
    {
        database?.Dispose();
        Directory.Delete(Options.HomeFolder, recursive: true);
    }
}
