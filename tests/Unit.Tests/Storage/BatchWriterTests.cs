using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Server.Storage;

namespace Unit.Tests.Storage;

[TestClass]
public sealed class BatchWriterTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("connectors-test-").FullName;
    private readonly ManualResetEventSlim gate = new();

    [TestMethod]
    public async Task A_failing_write_does_not_fail_its_neighbours()
    {
        using var writer = Writer();
        await HoldAsync(writer);
        var before = Insert(writer, 1);
        var failing = writer.WriteAsync<int>(
            connection =>
            {
                connection.Execute("INSERT INTO t VALUES (2)");
                throw new InvalidOperationException("mine");
            },
            default);
        var duplicate = Insert(writer, 1);
        var after = Insert(writer, 3);
        gate.Set();
        await Task.WhenAll(before, after);

        (await failing.Awaiting(task => task).Should().ThrowAsync<InvalidOperationException>()).WithMessage("mine");
        await duplicate.Awaiting(task => task).Should().ThrowAsync<SqliteException>();
        Kept().Should().Equal(1, 3);
    }

    [TestMethod]
    public async Task Writes_that_wait_are_committed_in_one_transaction()
    {
        using var writer = Writer();
        await HoldAsync(writer);
        var seen = Enumerable.Range(1, 50).Select(number => writer.WriteAsync(
            connection =>
            {
                connection.Execute("INSERT INTO t VALUES (@number)", new { number });
                return Kept().Count;
            },
            default)).ToList();
        gate.Set();

        // Another connection sees none of a group before all of it.
        (await Task.WhenAll(seen)).Should().AllBeEquivalentTo(0);
        Kept().Should().HaveCount(50);
    }

    [TestMethod]
    public async Task A_full_queue_drops_and_counts_what_may_be_lost_and_keeps_the_rest_waiting()
    {
        using var writer = Writer(queueLimit: 1);
        await HoldAsync(writer);
        var first = Insert(writer, 1);
        var dropped = writer.TryWriteAsync(connection => connection.Execute("INSERT INTO t VALUES (2)"), default);
        var durable = Insert(writer, 3);

        dropped.IsCompletedSuccessfully.Should().BeTrue();
        durable.IsCompleted.Should().BeFalse();
        writer.Dropped.Should().Be(1);
        gate.Set();
        await Task.WhenAll(first, durable);
        Kept().Should().Equal(1, 3);
    }

    [TestMethod]
    public async Task A_write_cancelled_before_its_turn_touches_nothing()
    {
        using var writer = Writer();
        using var cancellation = new CancellationTokenSource();
        await HoldAsync(writer);
        var cancelled = writer.WriteAsync(connection => connection.Execute("INSERT INTO t VALUES (1)"), cancellation.Token);
        await cancellation.CancelAsync();
        gate.Set();
        await cancelled.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        Kept().Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_transaction_that_SQLite_itself_rolled_back_fails_all_of_its_writes_and_not_the_next_ones()
    {
        using var writer = Writer();
        await HoldAsync(writer);
        var before = Insert(writer, 1);
        var breaking = writer.WriteAsync(connection => connection.Execute("INSERT OR ROLLBACK INTO t VALUES (1)"), default);
        var after = Insert(writer, 3);
        gate.Set();

        await before.Awaiting(task => task).Should().ThrowAsync<SqliteException>();
        await breaking.Awaiting(task => task).Should().ThrowAsync<SqliteException>();
        await after;
        Kept().Should().Equal(3);
    }

    [TestMethod]
    public async Task Disposing_commits_what_is_queued()
    {
        var writer = Writer();
        await HoldAsync(writer);
        var queued = Enumerable.Range(1, 20).Select(number => Insert(writer, number)).ToList();
        gate.Set();
        writer.Dispose();

        await Task.WhenAll(queued);
        Kept().Should().HaveCount(20);
        await writer.Awaiting(late => Insert(late, 21)).Should().ThrowAsync<ObjectDisposedException>();
    }

    public void Dispose()
    {
        gate.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private string DataFile => Path.Combine(folder, "t.db");

    // Holds the writer inside a group of one until the gate opens, so that all that is queued meanwhile makes the next group.
    private async Task HoldAsync(BatchWriter writer)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = writer.WriteAsync(
            _ =>
            {
                started.SetResult();
                return gate.Wait(TimeSpan.FromSeconds(30));
            },
            default);
        await started.Task;
    }

    private static Task<int> Insert(BatchWriter writer, int number) => writer.WriteAsync(connection => connection.Execute("INSERT INTO t VALUES (@number)", new { number }), default);

    private BatchWriter Writer(int queueLimit = 1000)
    {
        var source = new SqliteSource(DataFile, durable: true);
        return new BatchWriter(source, create => Connect(source, create), queueLimit, batchLimit: 100, TimeSpan.Zero, NullLogger.Instance);
    }

    private static DbConnection Connect(SqliteSource source, bool create)
    {
        var connection = source.OpenWriter(create);
        connection.Execute("CREATE TABLE IF NOT EXISTS t (n INTEGER PRIMARY KEY)");
        return connection;
    }

    private List<int> Kept()
    {
        using var connection = new SqliteConnection($"Data Source={DataFile};Pooling=False");
        return connection.Query<int>("SELECT n FROM t ORDER BY n").AsList();
    }
}
