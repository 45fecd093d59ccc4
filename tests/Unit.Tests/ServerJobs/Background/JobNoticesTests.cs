using Cleverence.Connectivity;
using global::ServerJobs;
using global::ServerJobs.Background;
using Microsoft.Extensions.Logging.Abstractions;

namespace Unit.Tests.ServerJobs.Background;

[TestClass]
public sealed class JobNoticesTests : IDisposable
{
    private readonly BackgroundBench bench = new();

    [TestMethod]
    public async Task Notice_of_a_job_is_told_to_administrators_alone()
    {
        var notes = new RunNotes();
        var notices = new JobNotices(bench.Store, bench.Bell, bench.Time, NullLogger<JobNotices>.Instance);
        notes.Notified = notice => notices.Notify("run-1", "Stock:Work", notice);
        var woken = bench.Bell.Next(BackgroundBench.Owner);

        notes.Notify(new UserNotice("Склад пуст") { Key = "k" });
        await woken.WaitAsync(TimeSpan.FromSeconds(20));
        var administrator = await bench.Notifications.ReadAsync(BackgroundBench.Owner, 0, 10, true, default);
        var other = await bench.Notifications.ReadAsync(BackgroundBench.Owner, 0, 10, false, default);

        var told = administrator.Should().ContainSingle().Which;
        (told.Kind, told.OperationId, ((ConnectorRecord)told.Content["notice"]!)["text"]).Should().Be((NotificationKinds.Notice, "run-1", "Склад пуст"));
        other.Should().BeEmpty();
        notes.Close().Messages.Should().ContainSingle().Which.Text.Should().Be("Склад пуст");
    }

    [TestMethod]
    public void No_more_than_a_hundred_notices_of_a_run_are_told()
    {
        var told = 0;
        var notes = new RunNotes { Notified = _ => told++ };

        Enumerable.Range(1, 150).ToList().ForEach(at => notes.Notify(new UserNotice($"{at}")));

        told.Should().Be(RunNotes.MostNotices);
    }

    public void Dispose() => bench.Dispose();
}
