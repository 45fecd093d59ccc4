using System.Collections.Concurrent;
using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class LaunchQueueTests
{
    private readonly ManualTimeProvider time = new();
    private readonly ConcurrentQueue<JobLaunch> ran = new();

    [TestMethod]
    public async Task Runs_that_the_pool_leaves_waiting_get_a_thread_of_their_own()
    {
        var queue = new LaunchQueue(time, _ => { }) { Run = ran.Enqueue };
        queue.Add(Launch("1"));
        queue.Add(Launch("2"));

        var early = queue.Watch();
        time.Advance(LaunchQueue.Patience);
        queue.Watch();
        await Eventually.Become(() => ran.Count == 2, "both runs");

        early.Should().BeTrue();
        ran.Should().OnlyContain(launch => launch.Rescued);
        queue.Watch().Should().BeFalse("nothing waits any more");
    }

    [TestMethod]
    public async Task A_rescue_thread_that_foreign_code_blocks_holds_no_other_run_up()
    {
        using var blocked = new ManualResetEventSlim();
        var queue = new LaunchQueue(time, _ => { });
        queue.Run = launch =>
        {
            ran.Enqueue(launch);
            if (launch.Run.Id == "1") blocked.Wait();
        };
        queue.Add(Launch("1"));
        time.Advance(LaunchQueue.Patience);
        queue.Watch();
        await Eventually.Become(() => ran.Count == 1, "the first run");

        queue.Add(Launch("2"));
        time.Advance(LaunchQueue.Patience);
        queue.Watch();
        await Eventually.Become(() => ran.Count == 2, "the second run");
        blocked.Set();
    }

    [TestMethod]
    public async Task A_run_that_the_pool_takes_in_time_is_not_rescued()
    {
        var queue = new LaunchQueue(TimeProvider.System) { Run = ran.Enqueue };
        queue.Add(Launch("1"));

        await Eventually.Become(() => ran.Count == 1, "the run");

        ran.Count(launch => launch.Rescued).Should().Be(0);
    }

    private static JobLaunch Launch(string id)
    {
        var job = JobBench.Job("a", "0:00:10");
        return new JobLaunch(new JobSlot(job, null, null), job, new ActiveRun(id, JobTrigger.Schedule, DateTimeOffset.UnixEpoch, 0));
    }
}
