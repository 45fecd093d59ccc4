using Dapper;
using Microsoft.Data.Sqlite;
using Server.Storage;
using ServerJobs;
using Unit.Tests.Hosting;

namespace Unit.Tests.Storage;

/// <summary>What happens to the files may happen to them; the store says it and goes on when it is over.</summary>
[TestClass]
public sealed class StoreFaultTests : IDisposable
{
    private readonly TemporaryHome home = new();
    private SqlJobStore? store;

    private SqlJobStore Store => store ??= new SqlJobStore(home.Database, home.Options);

    private string History => Path.Combine(home.Options.HomeFolder, "history.db");

    [TestMethod]
    public async Task A_file_moved_away_fails_writes_and_reads_and_is_found_again_with_all_it_held()
    {
        await Store.CompleteAsync(Run("1"), default);
        MoveAway();
        var write = () => Store.CompleteAsync(Run("2"), default).AsTask();
        var read = () => Store.ListAsync(new JobRunQuery(10), default).AsTask();
        (await write.Should().ThrowAsync<StorageException>()).WithMessage("*history.db*cannot be opened*Put the file back*");
        (await read.Should().ThrowAsync<StorageException>()).WithMessage("*history.db*cannot be opened*");
        await Store.SavePauseAsync("a", null, default);
        File.Exists(History).Should().BeFalse("an empty file in its place would hide the fault");

        MoveBack();
        await Store.CompleteAsync(Run("3"), default);

        (await Ids()).Should().Equal("3", "1");
        home.Log.Of(5001).Should().ContainSingle();
        await Eventually.BeTrueAsync(() => home.Log.Of(5002).Count > 0, "the end of the fault is told");
        home.Log.Of(5002).Should().ContainSingle().Which.Should().Contain("1 failed meanwhile");
    }

    [TestMethod]
    public async Task A_copy_put_in_place_of_the_file_is_used_from_then_on()
    {
        await Store.CompleteAsync(Run("1"), default);
        await Store.ListAsync(new JobRunQuery(10), default);
        Copy(History, $"{History}.copy");
        await Store.CompleteAsync(Run("2"), default);
        MoveAway();
        File.Move($"{History}.copy", History);

        await Store.CompleteAsync(Run("3"), default);

        (await Ids()).Should().Equal("3", "1");
        Copied().Should().Equal("1", "3");
    }

    [TestMethod]
    public async Task A_database_locked_by_another_program_delays_writes_and_no_reads()
    {
        await Store.CompleteAsync(Run("1"), default);
        Task write;
        using (var other = new SqliteConnection($"Data Source={History};Pooling=False"))
        {
            other.Open();
            other.Execute("BEGIN EXCLUSIVE");
            write = Store.CompleteAsync(Run("2"), default).AsTask();
            (await Ids()).Should().Equal("1");
            write.IsCompleted.Should().BeFalse();
            other.Execute("COMMIT");
        }

        await write;
        (await Ids()).Should().Equal("2", "1");
    }

    [TestMethod]
    public async Task A_full_disk_fails_writes_until_there_is_room()
    {
        await Store.CompleteAsync(Run("1"), default);
        await home.Database.History.Writer.WriteAsync(connection => connection.Execute("PRAGMA max_page_count = 1"), default);
        var write = () => Store.CompleteAsync(Run("2") with { Detail = new string('x', 1_000_000) }, default).AsTask();
        (await write.Should().ThrowAsync<StorageException>()).WithMessage("*history.db*finds no room*Make room*");
        await home.Database.History.Writer.WriteAsync(connection => connection.Execute("PRAGMA max_page_count = 1000000"), default);

        await Store.CompleteAsync(Run("3"), default);

        (await Ids()).Should().Equal("3", "1");
    }

    [TestMethod]
    public async Task A_database_that_may_only_be_read_fails_writes_until_it_may_be_written()
    {
        await Store.CompleteAsync(Run("1"), default);
        await home.Database.History.Writer.WriteAsync(connection => connection.Execute("PRAGMA query_only = ON"), default);
        var write = () => Store.CompleteAsync(Run("2"), default).AsTask();
        (await write.Should().ThrowAsync<StorageException>()).WithMessage("*history.db*cannot be written to*");

        // The connection is given up with the fault; a new one has not heard of the pragma.
        await Store.CompleteAsync(Run("3"), default);

        (await Ids()).Should().Equal("3", "1");
    }

    [TestMethod]
    [DataRow("trigger = 'Witchcraft'")]
    [DataRow("outcome = 'Nothing'")]
    [DataRow("started_at = 'yesterday'")]
    [DataRow("started_at = 9223372036854775807")]
    [DataRow("attempt = x'0102'")]
    public async Task A_damaged_run_is_left_out_and_told_once(string damage)
    {
        await Store.CompleteAsync(Run("1"), default);
        await Store.CompleteAsync(Run("2"), default);
        await Store.CompleteAsync(Run("3"), default);
        await Damage(home.Database.History, $"UPDATE job_run SET {damage} WHERE id = '2'");

        (await Ids()).Should().Equal("3", "1");
        (await Ids()).Should().Equal("3", "1");

        (await Store.FindAsync("2", default)).Should().BeNull();
        home.Log.Of(5000).Should().ContainSingle().Which.Should().Contain("JobRunRow 2");
    }

    [TestMethod]
    public async Task The_newest_run_being_damaged_hides_no_other()
    {
        await Store.CompleteAsync(Run("1"), default);
        await Store.CompleteAsync(Run("2"), default);
        await Damage(home.Database.History, "UPDATE job_run SET elapsed_ms = 'long', in_doubt = 'perhaps', messages = '{' WHERE id = '2'");

        (await Ids()).Should().Equal("1");
    }

    [TestMethod]
    public async Task A_damaged_state_of_a_job_is_left_out()
    {
        await Store.SaveProgressAsync(new JobProgress("a", home.Time.GetUtcNow(), 1, 2), default);
        await Store.SaveProgressAsync(new JobProgress("b", home.Time.GetUtcNow(), 3, 4), default);
        await Damage(home.Database.Exchange, "UPDATE job_state SET skips = 'many' WHERE job_id = 'a'");

        (await Store.ReadStatesAsync(default)).Should().ContainSingle().Which.Progress.JobId.Should().Be("b");
        home.Log.Of(5000).Should().ContainSingle().Which.Should().Contain("JobStateRow a");
    }

    public void Dispose() => home.Dispose();

    private static Task<int> Damage(SqlRoom room, string statement) => room.Writer.WriteAsync(connection => connection.Execute(statement), default);

    private async Task<IEnumerable<string>> Ids() => (await Store.ListAsync(new JobRunQuery(10), default)).Select(run => run.Id);

    private JobRun Run(string id) => new(id, "a", "a", "A:B", JobTrigger.Schedule, home.Time.GetUtcNow()) { Outcome = JobOutcome.Succeeded };

    private void MoveAway() => Array.ForEach([History, $"{History}-wal", $"{History}-shm"], file => File.Move(file, $"{file}.away"));

    private void MoveBack() => Array.ForEach([History, $"{History}-wal", $"{History}-shm"], file => File.Move($"{file}.away", file, overwrite: true));

    private static void Copy(string from, string to)
    {
        using var source = new SqliteConnection($"Data Source={from};Pooling=False");
        using var copy = new SqliteConnection($"Data Source={to};Pooling=False");
        source.Open();
        copy.Open();
        source.BackupDatabase(copy);
    }

    private List<string> Copied()
    {
        using var connection = new SqliteConnection($"Data Source={History};Pooling=False");
        return connection.Query<string>("SELECT id FROM job_run ORDER BY id").AsList();
    }
}
