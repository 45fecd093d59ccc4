using Dapper;
using Server.Storage;

namespace Unit.Tests.Storage;

[TestClass]
public sealed class SqlDatabaseTests : IDisposable
{
    private readonly TemporaryHome home = new();

    [TestMethod]
    public async Task The_files_are_as_durable_as_what_they_hold()
    {
        var exchange = await home.Database.Exchange.Writer.WriteAsync(connection => (connection.ExecuteScalar<string>("PRAGMA journal_mode"), connection.ExecuteScalar<int>("PRAGMA synchronous")), default);
        var history = await home.Database.History.Writer.WriteAsync(connection => (connection.ExecuteScalar<string>("PRAGMA journal_mode"), connection.ExecuteScalar<int>("PRAGMA synchronous")), default);

        exchange.Should().Be(("wal", 2));
        history.Should().Be(("wal", 1));
    }

    [TestMethod]
    public async Task A_reader_is_not_held_up_by_a_long_write()
    {
        using var gate = new ManualResetEventSlim();
        var started = new TaskCompletionSource();
        var writing = home.Database.Exchange.Writer.WriteAsync(
            connection =>
            {
                connection.Execute("INSERT INTO product (id, changed_at, content) VALUES ('x', 0, x'00')");
                started.SetResult();
                return gate.Wait(TimeSpan.FromSeconds(30));
            },
            default);
        await started.Task;

        var during = home.Database.Exchange.Read(connection => connection.ExecuteScalar<int>("SELECT COUNT(*) FROM product"));
        gate.Set();
        await writing;

        during.Should().Be(0);
        home.Database.Exchange.Read(connection => connection.ExecuteScalar<int>("SELECT COUNT(*) FROM product")).Should().Be(1);
    }

    [TestMethod]
    public void A_file_that_is_no_database_is_an_error_that_names_it()
    {
        File.WriteAllText(Path.Combine(home.Options.HomeFolder, "history.db"), new string('x', 5000));

        home.Invoking(broken => broken.Database).Should().Throw<StorageException>().WithMessage("*history.db*cannot be opened*");
        File.Delete(Path.Combine(home.Options.HomeFolder, "history.db"));
        home.Invoking(mended => mended.Database).Should().NotThrow("a failed start gives the folder free");
    }

    public void Dispose() => home.Dispose();
}
