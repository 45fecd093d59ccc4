using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Hosting;
using TestKit;

namespace Unit.Tests.Hosting.Replay;

[TestClass]
public sealed class ReplayCacheTests
{
    private readonly ManualTimeProvider time = new();

    [TestMethod]
    public void Outcome_of_every_kind_is_given_back_as_it_was()
    {
        object?[] values =
        [
            null, "Молоко 😀", 7L, true, 1.50m, new DateTime(2026, 5, 31, 14, 3, 0), new DateTimeOffset(2026, 5, 31, 14, 3, 0, TimeSpan.FromHours(3)), new byte[] { 1, 2 },
            new List<object?> { 1L, "a", null }, new ConnectorRecord { ["Код"] = 5m, ["$type"] = "record" }, new ConnectorTable([new TableColumn("n", ValueKind.Integer)], [[1L], [null]]),
        ];
        var cache = Cache();
        for (var i = 0; i < values.Length; i++) Keep(cache, $"r{i}", InvokeResult.Ok(values[i]));
        for (var i = 0; i < values.Length; i++) Repeat(cache, $"r{i}")!.Value.Result.Value.Should().BeEquivalentTo(values[i], options => options.RespectingRuntimeTypes());
    }

    [TestMethod]
    public void Error_is_given_back_with_all_its_parts()
    {
        var cache = Cache();
        var error = new ConnectorError(ConnectorErrorCode.Rejected, "No.") { MessageRu = "Нет.", Reason = "NO", InDoubt = true, Offenders = ["a: missing"], RetryAfter = TimeSpan.FromSeconds(3) };
        Keep(cache, "r1", InvokeResult.Fail(error));
        Repeat(cache, "r1")!.Value.Result.Error.Should().BeEquivalentTo(error);
    }

    [TestMethod]
    public void Outcome_too_large_to_keep_is_remembered_as_a_call_that_ran()
    {
        var cache = Cache(maxBytes: 10_000);
        Keep(cache, "r1", InvokeResult.Ok(new string('x', 20_000)));
        Repeat(cache, "r1")!.Value.Result.Error!.Code.Should().Be(ConnectorErrorCode.Conflict);
    }

    [TestMethod]
    public void Outcome_is_forgotten_after_its_time()
    {
        var cache = Cache();
        Keep(cache, "r1", InvokeResult.Ok("kept"));
        time.Advance(ReplayCache.DefaultKeep - TimeSpan.FromSeconds(1));
        Repeat(cache, "r1").Should().NotBeNull();
        time.Advance(TimeSpan.FromSeconds(2));
        Repeat(cache, "r1").Should().BeNull();
        cache.Bytes.Should().Be(0);
    }

    [TestMethod]
    public void Late_outcome_replaces_the_one_that_stood_in_for_it()
    {
        var cache = Cache();
        var entry = cache.Begin(Call("r1"), out _)!;
        cache.End(entry, new CallOutcome(InvokeResult.Fail(ConnectorErrorCode.Timeout, "Late."), true));
        cache.End(entry, new CallOutcome(InvokeResult.Ok("arrived"), true));
        Repeat(cache, "r1")!.Value.Result.Value.Should().Be("arrived");
    }

    [TestMethod]
    public void Late_outcome_that_is_quicker_than_its_stand_in_stays()
    {
        var cache = Cache();
        var entry = cache.Begin(Call("r1"), out _)!;
        cache.End(entry, new CallOutcome(InvokeResult.Ok("arrived"), true));
        cache.End(entry, new CallOutcome(InvokeResult.Fail(ConnectorErrorCode.Timeout, "Late."), true) { StillRunning = true });
        entry.Outcome.Result.Result.Value.Should().Be("arrived");
        Repeat(cache, "r1")!.Value.Result.Value.Should().Be("arrived");
    }

    [TestMethod]
    public void Late_outcome_leaves_a_newer_call_under_its_id_running()
    {
        var cache = Cache();
        var old = cache.Begin(Call("r1"), out _)!;
        cache.End(old, new CallOutcome(InvokeResult.Fail(ConnectorErrorCode.Timeout, "Late."), true) { StillRunning = true });
        time.Advance(ReplayCache.DefaultKeep + TimeSpan.FromSeconds(1));
        var newer = cache.Begin(Call("r1"), out var first);
        first.Should().BeTrue();
        cache.End(old, new CallOutcome(InvokeResult.Ok("old"), true));
        cache.Begin(Call("r1"), out var third).Should().BeSameAs(newer);
        third.Should().BeFalse();
    }

    [TestMethod]
    public void Half_a_character_in_an_outcome_does_not_lose_it()
    {
        var cache = Cache();
        Keep(cache, "r1", InvokeResult.Ok("a\ud83d"));
        Keep(cache, "r2", InvokeResult.Fail(new ConnectorError(ConnectorErrorCode.Rejected, "b\ud83d") { Detail = "c\ud83d" }));
        Repeat(cache, "r1").Should().NotBeNull();
        Repeat(cache, "r2").Should().NotBeNull();
    }

    [TestMethod]
    public void Late_outcome_outlives_the_segment_of_the_first_one()
    {
        var cache = Cache(maxBytes: 20_000);
        var entry = cache.Begin(Call("late"), out _)!;
        cache.End(entry, new CallOutcome(InvokeResult.Fail(ConnectorErrorCode.Timeout, "Late."), true));
        for (var i = 0; i < 10; i++) Keep(cache, $"a{i}", InvokeResult.Ok(new string('x', 1_000)));
        cache.End(entry, new CallOutcome(InvokeResult.Ok("arrived"), true));
        for (var i = 0; i < 10; i++) Keep(cache, $"b{i}", InvokeResult.Ok(new string('x', 1_000)));
        Repeat(cache, "a0").Should().BeNull();
        Repeat(cache, "late")!.Value.Result.Value.Should().Be("arrived");
        cache.Bytes.Should().BeLessThanOrEqualTo(20_000);
    }

    private ReplayCache Cache(long maxBytes = ReplayCache.DefaultMaxBytes) => new(time, ReplayCache.DefaultKeep, maxBytes);

    private static InvokeArgs Call(string requestId) => new("Test", "", "Do") { RequestId = requestId };

    private static void Keep(ReplayCache cache, string requestId, InvokeResult result) =>
        cache.End(cache.Begin(Call(requestId), out _)!, new CallOutcome(result, true));

    private static CallOutcome? Repeat(ReplayCache cache, string requestId)
    {
        var entry = cache.Begin(Call(requestId), out var first)!;
        if (!first) return entry.Outcome.Result;
        cache.End(entry, new CallOutcome(InvokeResult.Ok(), false));
        return null;
    }
}
