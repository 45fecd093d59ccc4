using Cleverence.Connectivity;
using Cleverence.Warehouse;
using global::ServerJobs.Background;

namespace Unit.Tests.ServerJobs.Background;

/// <summary>Progress is told at most once in three seconds, messages and the end at once and in their order.</summary>
[TestClass]
public sealed class ProgressPaceTests : IDisposable
{
    private readonly BackgroundBench bench = new();

    [TestMethod]
    public async Task Progress_at_0_1_2_and_a_half_and_9_seconds_is_seen_as_the_first_the_third_and_the_fourth_and_then_comes_the_end()
    {
        var start = bench.Time.GetUtcNow();
        var (end, begun) = bench.Hold();
        var operation = await bench.StartAsync();
        var feedback = (await begun).Feedback;
        var seen = new List<(string What, long At)>();

        feedback.ReportProgress(10, "p1");
        seen.Add(await NextAsync(0));
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        feedback.ReportProgress(20, "p2");
        bench.Time.Advance(TimeSpan.FromSeconds(1.5));
        feedback.ReportProgress(30, "p3");
        bench.Time.Advance(TimeSpan.FromSeconds(0.499));
        bench.Told().Should().ContainSingle("neither the second nor the third is due yet");
        bench.Time.Advance(TimeSpan.FromSeconds(0.001));
        seen.Add(await NextAsync(seen[^1].At));
        bench.Time.Advance(TimeSpan.FromSeconds(6));
        feedback.ReportProgress(90, "p4");
        seen.Add(await NextAsync(seen[^1].At));
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        end.SetResult(InvokeResult.Ok());
        await bench.EndedAsync(operation.Id);
        seen.Add(await NextAsync(seen[^1].At));

        seen.Select(one => (one.What, one.At - start.ToUnixTimeMilliseconds())).Should().Equal(("p1", 0L), ("p3", 3000L), ("p4", 9000L), ("finished", 10000L));
    }

    [TestMethod]
    public async Task Progress_that_still_waits_for_its_turn_is_dropped_by_the_end()
    {
        var (end, begun) = bench.Hold();
        var operation = await bench.StartAsync();
        var feedback = (await begun).Feedback;
        feedback.ReportProgress(10, "p1");
        feedback.ReportProgress(20, "p2");

        end.SetResult(InvokeResult.Ok());
        await bench.EndedAsync(operation.Id);
        bench.Time.Advance(TimeSpan.FromSeconds(10));

        bench.Told().Select(What).Should().Equal("p1", "finished");
    }

    [TestMethod]
    public async Task Messages_come_before_the_progress_that_follows_them_and_the_end_comes_last()
    {
        var (end, begun) = bench.Hold();
        var operation = await bench.StartAsync();
        var feedback = (await begun).Feedback;

        feedback.Tell(new UserMessage("m1"));
        feedback.Tell(new UserMessage("m2"));
        feedback.ReportProgress(50, "p1");
        end.SetResult(InvokeResult.Ok());
        await bench.EndedAsync(operation.Id);

        bench.Told().Select(What).Should().Equal("m1", "m2", "p1", "finished");
        bench.Told().Select(told => told.AddedMs).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        bench.Told().Should().AllSatisfy(told => told.Group.Should().Be(operation.Id));
    }

    [TestMethod]
    public async Task A_queue_of_progress_never_grows_for_a_client_that_is_away()
    {
        var (_, begun) = bench.Hold();
        await bench.StartAsync();
        var feedback = (await begun).Feedback;
        feedback.ReportProgress(1, "first");
        await bench.ToldAsync(told => told.Count == 1);

        bench.Time.Advance(TimeSpan.FromSeconds(3));
        feedback.ReportProgress(2, "second");
        await bench.ToldAsync(told => told.Select(What).Contains("second"));
        bench.Time.Advance(TimeSpan.FromSeconds(3));
        feedback.ReportProgress(3, "third");
        await bench.ToldAsync(told => told.Select(What).Contains("third"));

        bench.Told().Should().ContainSingle();
    }

    [TestMethod]
    [DataRow(100, 99)]
    [DataRow(250, 99)]
    [DataRow(-1, 0)]
    [DataRow(42, 42)]
    public async Task Percent_is_shown_from_0_to_99_until_the_end(int reported, int shown)
    {
        var (_, begun) = bench.Hold();
        var operation = await bench.StartAsync();
        (await begun).Feedback.ReportProgress(reported, "step");
        await bench.ToldAsync(told => told.Count == 1);

        bench.Find(operation.Id).Progress!.Percent.Should().Be(shown);
    }

    [TestMethod]
    public async Task Text_of_progress_is_cut_at_500_characters_and_what_is_no_value_of_the_contract_is_left_out()
    {
        var (_, begun) = bench.Hold();
        var operation = await bench.StartAsync();
        (await begun).Feedback.ReportProgress(null, new string('я', 700), new MemoryStream());
        await bench.ToldAsync(told => told.Count == 1);

        var progress = bench.Find(operation.Id).Progress!;
        progress.Text.Should().HaveLength(500).And.EndWith("я…");
        progress.Percent.Should().BeNull();
    }

    [TestMethod]
    public async Task The_hundred_and_first_progress_is_dropped_with_one_warning()
    {
        var (_, begun) = bench.Hold();
        var operation = await bench.StartAsync();
        var feedback = (await begun).Feedback;
        Enumerable.Range(1, 105).ToList().ForEach(step => feedback.ReportProgress(null, $"step {step}"));
        await bench.ToldAsync(told => told.Count == 1);

        bench.Time.Advance(TimeSpan.FromSeconds(3));
        await bench.ToldAsync(told => told.Select(What).Contains("step 100"));

        bench.Find(operation.Id).Progress!.Text.Should().Be("step 100");
        bench.Log.Records.Where(record => record.Id == 3202).Should().ContainSingle();
    }

    [TestMethod]
    public async Task What_a_method_tells_after_the_end_is_dropped()
    {
        var (end, begun) = bench.Hold();
        var operation = await bench.StartAsync();
        var feedback = (await begun).Feedback;
        end.SetResult(InvokeResult.Ok());
        await bench.EndedAsync(operation.Id);

        feedback.Tell(new UserMessage("late"));
        feedback.ReportProgress(50, "late");
        feedback.Notify(new UserNotice("late"));

        bench.Told().Select(What).Should().Equal("finished");
    }

    public void Dispose() => bench.Dispose();

    private static string What(Notification told) => told.Kind switch
    {
        NotificationKinds.Progress => (string)((ConnectorRecord)told.Content["progress"]!)["text"]!,
        NotificationKinds.Message => (string)((ConnectorRecord)((IReadOnlyList<object?>)told.Content["messages"]!)[0]!)["text"]!,
        NotificationKinds.Finished => "finished",
        _ => "notice",
    };

    private async Task<(string What, long At)> NextAsync(long after)
    {
        await bench.ToldAsync(_ => bench.Told(after).Count > 0);
        var told = bench.Told(after).Should().ContainSingle().Which;
        return (What(told), told.AddedMs);
    }
}
