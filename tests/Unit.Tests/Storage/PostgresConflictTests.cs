using System.Data.Common;
using Dapper;
using Npgsql;
using Server.Storage;

namespace Unit.Tests.Storage;

[TestClass]
public sealed class PostgresConflictTests
{
    private const string Touch = "UPDATE product SET changed_at = changed_at + 1 WHERE id = @id";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [TestMethod]
    public async Task Two_servers_that_lock_each_others_rows_both_succeed()
    {
        var connectionString = await PostgresDatabase.CreateAsync();
        using var one = new TemporaryHome(connectionString);
        using var two = new TemporaryHome(connectionString);
        await InsertAsync(one, "a", "b");
        using var first = new ManualResetEventSlim();
        using var second = new ManualResetEventSlim();
        var runs = 0;

        var here = one.Database.Exchange.Writer.WriteAsync(connection => Cross(connection, "a", "b", first, second, ref runs), default);
        var there = two.Database.Exchange.Writer.WriteAsync(connection => Cross(connection, "b", "a", second, first, ref runs), default);
        await Task.WhenAll(here, there);

        runs.Should().BeGreaterThan(2, "otherwise there was no deadlock");
        Read(one).Should().Equal(2, 2);
        one.Log.Of(5001).Concat(two.Log.Of(5001)).Should().BeEmpty("nobody has to do anything");
    }

    [TestMethod]
    [DataRow(PostgresErrorCodes.DeadlockDetected)]
    [DataRow(PostgresErrorCodes.SerializationFailure)]
    public async Task A_write_refused_again_and_again_is_told_as_such_and_its_neighbours_are_kept_once(string state)
    {
        using var home = new TemporaryHome(await PostgresDatabase.CreateAsync());
        await InsertAsync(home, "a", "b");
        using var gate = new ManualResetEventSlim();
        var runs = 0;
        var writer = home.Database.Exchange.Writer;
        var holding = writer.WriteAsync(_ => gate.Wait(Patience), default);
        var before = writer.WriteAsync(connection => connection.Execute(Touch, new { id = "a" }), default);
        var refused = writer.WriteAsync<int>(_ => throw Refused(state, ref runs), default);
        var after = writer.WriteAsync(connection => connection.Execute(Touch, new { id = "b" }), default);
        gate.Set();
        await Task.WhenAll(holding, before, after);

        (await refused.Awaiting(task => task).Should().ThrowAsync<StorageException>()).WithMessage("PostgreSQL*took a write back for another server's*Send the request again*");
        runs.Should().Be(7, "twice with the group, five times alone");
        Read(home).Should().Equal(1, 1);
    }

    [TestMethod]
    public async Task A_write_that_conflicts_while_another_fails_by_itself_is_done_again()
    {
        using var home = new TemporaryHome(await PostgresDatabase.CreateAsync());
        await InsertAsync(home, "a", "b");
        using var gate = new ManualResetEventSlim();
        var runs = 0;
        var writer = home.Database.Exchange.Writer;
        var holding = writer.WriteAsync(_ => gate.Wait(Patience), default);
        var before = writer.WriteAsync(connection => connection.Execute(Touch, new { id = "a" }), default);
        var conflicting = writer.WriteAsync(connection => ConflictAtSecond(connection, ref runs), default);
        var failing = writer.WriteAsync<int>(_ => throw new InvalidOperationException("mine"), default);
        gate.Set();
        await Task.WhenAll(holding, before, conflicting);

        (await failing.Awaiting(task => task).Should().ThrowAsync<InvalidOperationException>()).WithMessage("mine");
        Read(home).Should().Equal(1, 1);
    }

    private static int Cross(DbConnection connection, string mine, string others, ManualResetEventSlim locked, ManualResetEventSlim awaited, ref int runs)
    {
        Interlocked.Increment(ref runs);
        connection.Execute(Touch, new { id = mine });
        locked.Set();
        awaited.Wait(Patience);
        return connection.Execute(Touch, new { id = others });
    }

    // The first run is with the group, which falls with the failing one; the second is the first of each for itself.
    private static int ConflictAtSecond(DbConnection connection, ref int runs)
    {
        connection.Execute(Touch, new { id = "b" });
        return ++runs == 2 ? throw Refused(PostgresErrorCodes.DeadlockDetected, ref runs) : 1;
    }

    private static PostgresException Refused(string state, ref int runs)
    {
        runs++;
        return new PostgresException("refused", "ERROR", "ERROR", state);
    }

    private static async Task InsertAsync(TemporaryHome home, params string[] ids) =>
        await home.Database.Exchange.Writer.WriteAsync(connection => connection.Execute("INSERT INTO product (id, changed_at, content) VALUES (@id, 0, '')", ids.Select(id => new { id })), default);

    private static List<long> Read(TemporaryHome home) =>
        home.Database.Exchange.Read(connection => connection.Query<long>("SELECT changed_at FROM product ORDER BY id").AsList());
}
