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
        Add(queue, "1");
        Add(queue, "2");

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
        Add(queue, "1");
        time.Advance(LaunchQueue.Patience);
        queue.Watch();
        await Eventually.Become(() => ran.Count == 1, "the first run");

        Add(queue, "2");
        time.Advance(LaunchQueue.Patience);
        queue.Watch();
        await Eventually.Become(() => ran.Count == 2, "the second run");
        blocked.Set();
    }

    [TestMethod]
    public async Task A_run_that_the_pool_takes_in_time_is_not_rescued()
    {
        var queue = new LaunchQueue(TimeProvider.System) { Run = ran.Enqueue };
        Add(queue, "1");

        await Eventually.Become(() => ran.Count == 1, "the run");

        ran.Count(launch => launch.Rescued).Should().Be(0);
    }

    [TestMethod]
    public async Task Nothing_is_run_before_the_pool_is_asked_and_then_all_of_it()
    {
        var asked = 0;
        var queue = new LaunchQueue(TimeProvider.System) { Run = ran.Enqueue };
        foreach (var id in new[] { "1", "2", "3" }) queue.Put(Launch(id));
        var silent = new LaunchQueue(time, _ => asked++);
        silent.Put(Launch("4"));
        var early = (asked, ran.Count);

        queue.Ask();
        silent.Ask();
        await Eventually.Become(() => ran.Count == 3, "all runs");

        (early, asked).Should().Be(((0, 0), 1));
    }

    [TestMethod]
    [DataRow(50, false)]
    [DataRow(51, true)]
    public void A_pool_that_comes_late_has_no_thread_for_the_calls_either(int milliseconds, bool rescued)
    {
        Action answer = () => { };
        var queue = new LaunchQueue(time, taken => answer = taken) { Run = ran.Enqueue };
        Add(queue, "1");
        time.Advance(TimeSpan.FromMilliseconds(milliseconds));

        answer();

        ran.Should().ContainSingle().Which.Rescued.Should().Be(rescued);
    }

    private static void Add(LaunchQueue queue, string id)
    {
        queue.Put(Launch(id));
        queue.Ask();
    }

    private static JobLaunch Launch(string id)
    {
        var job = JobBench.Job("a", "0:00:10");
        return new JobLaunch(new JobSlot(job, null, null), job, new ActiveRun(id, JobTrigger.Schedule, DateTimeOffset.UnixEpoch, 0));
    }
}
