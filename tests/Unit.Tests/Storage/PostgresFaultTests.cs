using System.Diagnostics;
using Dapper;
using Npgsql;
using Server.Storage;
using ServerJobs;
using TestKit;
using Unit.Tests.Hosting;

namespace Unit.Tests.Storage;

[TestClass]
public sealed class PostgresFaultTests
{
    [TestMethod]
    public async Task A_server_that_goes_away_fails_what_comes_meanwhile_and_is_found_again()
    {
        await using var server = await PostgresServer.StartAsync();
        using var home = new TemporaryHome(await server.CreateDatabaseAsync());
        var store = new SqlJobStore(home.Database, home.Options);
        await store.CompleteAsync(Run("1"), default);
        await server.StopAsync();
        var write = () => store.CompleteAsync(Run("2"), default).AsTask();
        var read = () => store.ListAsync(new JobRunQuery(10), default).AsTask();
        (await write.Should().ThrowAsync<StorageException>()).WithMessage($"PostgreSQL '127.0.0.1:{server.Port}/*' cannot be reached*");
        (await read.Should().ThrowAsync<StorageException>()).WithMessage("PostgreSQL*cannot be reached*");

        await server.StartAgainAsync();
        await store.CompleteAsync(Run("3"), default);

        (await store.ListAsync(new JobRunQuery(10), default)).Select(run => run.Id).Should().Equal("3", "1");
        home.Log.Of(5001).Should().ContainSingle();
        await Eventually.BeTrueAsync(() => home.Log.Of(5002).Count == 1, "the end of the fault is told");
    }

    [TestMethod]
    public async Task A_restart_between_two_uses_is_not_noticed()
    {
        await using var server = await PostgresServer.StartAsync();
        using var home = new TemporaryHome(await server.CreateDatabaseAsync());
        var store = new SqlJobStore(home.Database, home.Options);
        await store.CompleteAsync(Run("1"), default);
        await store.ListAsync(new JobRunQuery(10), default);

        await server.StopAsync();
        await server.StartAgainAsync();

        (await store.ListAsync(new JobRunQuery(10), default)).Should().ContainSingle();
        await store.CompleteAsync(Run("2"), default);
        home.Log.Of(5001).Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_server_that_does_not_answer_holds_no_read_and_no_write_for_long()
    {
        await using var server = await PostgresServer.StartAsync();
        using var home = new TemporaryHome(await server.CreateDatabaseAsync());
        var store = new SqlJobStore(home.Database, home.Options);
        await store.CompleteAsync(Run("1"), default);
        await server.PauseAsync();
        var clock = Stopwatch.StartNew();
        var reading = store.ListAsync(new JobRunQuery(10), default).AsTask();
        var writing = store.CompleteAsync(Run("2"), default).AsTask();
        await reading.Awaiting(task => task).Should().ThrowAsync<StorageException>();
        await writing.Awaiting(task => task).Should().ThrowAsync<StorageException>();
        var waited = clock.Elapsed;
        await server.ContinueAsync();

        await store.CompleteAsync(Run("3"), default);

        waited.Should().BeLessThan(TimeSpan.FromSeconds(15));
        (await store.ListAsync(new JobRunQuery(10), default)).Select(run => run.Id).Should().Contain(["3", "1"]);
    }

    [TestMethod]
    public async Task Two_servers_that_start_at_once_make_the_tables_once()
    {
        var connectionString = await PostgresDatabase.CreateAsync();
        var homes = Enumerable.Range(0, 4).Select(_ => new TemporaryHome(connectionString)).ToList();

        await Task.WhenAll(homes.Select(home => Task.Run(() => home.Database)));

        await new SqlJobStore(homes[0].Database, homes[0].Options).CompleteAsync(Run("1"), default);
        (await new SqlJobStore(homes[3].Database, homes[3].Options).ListAsync(new JobRunQuery(10), default)).Should().ContainSingle();
        homes.ForEach(home => home.Dispose());
    }

    [TestMethod]
    public async Task Both_databases_have_the_same_tables_and_columns()
    {
        using var files = new TemporaryHome();
        using var server = new TemporaryHome(await PostgresDatabase.CreateAsync());
        const string ofFile = "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name <> 'schema_version'";
        const string ofServer = "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE 'schema_version%' AND table_name NOT IN ('job_node', 'job_node_definition', 'job_claim')";
        const string indexesOfFile = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL";
        const string indexesOfServer = "SELECT indexname FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT LIKE '%_pkey' AND indexname NOT LIKE '%_key' AND tablename NOT IN ('job_node', 'job_node_definition', 'job_claim') AND indexname <> 'job_run_once'";

        // What servers share jobs by exists only where they can.
        Of(files, ofFile).Should().BeEquivalentTo(server.Database.Exchange.Read(connection => connection.Query<string>(ofServer).AsList()));
        Of(files, indexesOfFile).Should().BeEquivalentTo(server.Database.Exchange.Read(connection => connection.Query<string>(indexesOfServer).AsList()));
    }

    [TestMethod]
    public async Task A_write_that_fails_does_not_fail_those_committed_with_it()
    {
        using var home = new TemporaryHome(await PostgresDatabase.CreateAsync());
        var writer = home.Database.Exchange.Writer;
        using var gate = new ManualResetEventSlim();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var holding = writer.WriteAsync(_ => started.TrySetResult() && gate.Wait(TimeSpan.FromSeconds(30)), default);
        await started.Task;
        var first = writer.WriteAsync(connection => connection.Execute("INSERT INTO product (id, changed_at, content) VALUES ('1', 0, '')"), default);
        var failing = writer.WriteAsync(connection => connection.Execute("INSERT INTO product (id, changed_at, content) VALUES ('1', 0, '')"), default);
        var last = writer.WriteAsync(connection => connection.Execute("INSERT INTO product (id, changed_at, content) VALUES ('2', 0, '')"), default);
        gate.Set();
        await Task.WhenAll(holding, first, last);

        await failing.Awaiting(task => task).Should().ThrowAsync<PostgresException>();
        home.Database.Exchange.Read(connection => connection.Query<string>("SELECT id FROM product ORDER BY id").AsList()).Should().Equal("1", "2");
        home.Log.Of(5001).Should().BeEmpty("a statement refused is not a fault of the database");
    }

    [TestMethod]
    public async Task A_key_made_on_another_server_is_known_at_once_and_a_revoked_one_refused_soon()
    {
        var connectionString = await PostgresDatabase.CreateAsync();
        using var one = new TemporaryHome(connectionString);
        using var two = new TemporaryHome(connectionString);
        var here = new AccessStore(one.Database, one.Time);
        var there = new AccessStore(two.Database, two.Time);
        there.Find("ck_unknown");
        var key = await here.CreateAsync("ТСД", ["Склад"], default);
        two.Time.Advance(TimeSpan.FromSeconds(2));

        there.Find(key.Plain).Should().NotBeNull();
        await here.RevokeAsync(key.Key.Id, default);
        two.Time.Advance(TimeSpan.FromSeconds(6));

        await Eventually.BeTrueAsync(() => there.Find(key.Plain) is null, "the revoked key is refused");
    }

    [TestMethod]
    [DataRow("Host=127.0.0.1;Port=1;Database=d;Username=u;Password=geheim", "PostgreSQL '127.0.0.1:1/d' cannot be reached*Storage:ConnectionString*")]
    [DataRow("Host=127.0.0.1;Wrong=geheim", "*Storage:ConnectionString cannot be read*")]
    [DataRow("Database=geheim", "*Storage:ConnectionString names no Host*")]
    [DataRow("", "*Storage:ConnectionString is missing*")]
    public void A_start_without_a_database_says_why_and_what_to_do_and_no_password(string connectionString, string sentence)
    {
        using var home = new TemporaryHome(connectionString);

        var message = home.Invoking(start => start.Database).Should().Throw<StorageException>().WithMessage(sentence).Which.Message;

        message.Should().NotContain("geheim");
    }

    [TestMethod]
    public async Task A_database_that_does_not_exist_is_named()
    {
        var connectionString = new NpgsqlConnectionStringBuilder(await PostgresDatabase.CreateAsync()) { Database = "nowhere" }.ToString();
        using var home = new TemporaryHome(connectionString);

        home.Invoking(start => start.Database).Should().Throw<StorageException>().WithMessage("PostgreSQL*/nowhere' has no such database*CREATE DATABASE*");
    }

    private static IEnumerable<string> Of(TemporaryHome home, string statement) =>
        home.Database.Exchange.Read(connection => connection.Query<string>(statement).AsList()).Concat(home.Database.History.Read(connection => connection.Query<string>(statement).AsList()));

    private static JobRun Run(string id) => new(id, "a", "a", "A:B", JobTrigger.Schedule, new DateTimeOffset(2026, 5, 31, 12, 0, 0, TimeSpan.Zero)) { Outcome = JobOutcome.Succeeded };
}
