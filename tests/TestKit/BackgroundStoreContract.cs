using Cleverence.Connectivity;
using Cleverence.Warehouse;
using FluentAssertions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ServerJobs;
using ServerJobs.Background;

namespace TestKit;

/// <summary>What every <see cref="IBackgroundStore"/> must do. A test class inherits it and brings the store.</summary>
public abstract class BackgroundStoreContract
{
    private static readonly BackgroundOwner Owner = new("key-1", "ТСД-1");
    private static readonly DateTimeOffset Noon = new(2026, 5, 31, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The store under test, empty.</summary>
    protected abstract IBackgroundStore Store { get; }

    [TestMethod]
    public async Task An_operation_comes_back_as_it_was_started()
    {
        var operation = Operation(1, "k", "r") with { Title = "Закрытие", UserId = "Иванова", CorrelationId = "abc", Node = "A", NodeId = "A/1", ResultAddress = "tmp/1", PortionCount = 1 };
        await Store.StartAsync(operation, [new BackgroundPortion("А-01", [new InvokeArg("cell", "А-01")])], default);

        var found = await Store.FindAsync(operation.Id, default);
        var portions = await Store.ReadPortionsAsync(operation.Id, default);

        found.Should().BeEquivalentTo(operation);
        portions.Should().ContainSingle().Which.Key.Should().Be("А-01");
    }

    [TestMethod]
    public async Task A_key_is_taken_until_its_operation_ends()
    {
        await Store.StartAsync(Operation(1, "k"), [], default);

        var during = await Store.StartAsync(Operation(2, "k"), [], default);
        await EndAsync(Operation(1, "k"));
        var after = await Store.StartAsync(Operation(3, "k"), [], default);

        (during.Verdict, during.Operation.Id).Should().Be((StartVerdict.KeyTaken, Operation(1).Id));
        after.Verdict.Should().Be(StartVerdict.New);
    }

    [TestMethod]
    public async Task A_request_id_finds_its_operation_and_refuses_another_request()
    {
        await Store.StartAsync(Operation(1, "", "r"), [], default);

        var repeat = await Store.StartAsync(Operation(2, "", "r"), [], default);
        var other = await Store.StartAsync(Operation(3, "", "r") with { Asked = [2] }, [], default);

        (repeat.Verdict, repeat.Operation.Id).Should().Be((StartVerdict.Repeated, Operation(1).Id));
        other.Verdict.Should().Be(StartVerdict.OtherRequest);
        (await Store.ListAsync(new BackgroundQuery(10), default)).Should().ContainSingle();
    }

    [TestMethod]
    public async Task The_first_end_stands()
    {
        await Store.StartAsync(Operation(1, "k"), [], default);

        var lost = await EndAsync(Operation(1, "k"), JobOutcome.Lost);
        var late = await EndAsync(Operation(1, "k"));

        (lost, late).Should().Be((true, false));
        (await Store.FindAsync(Operation(1).Id, default))!.Outcome.Should().Be(JobOutcome.Lost);
        (await ToldAsync()).Should().ContainSingle("an end that did not count is not told");
    }

    [TestMethod]
    public async Task Of_an_ended_operation_nothing_more_is_told()
    {
        await Store.StartAsync(Operation(1), [], default);
        await EndAsync(Operation(1), JobOutcome.Lost);

        await Store.TellAsync(new UserMessage("late"), Told(NotificationKinds.Message), default);
        await Store.ProgressAsync(new BackgroundProgress(50, "late"), Told(NotificationKinds.Progress), default);
        await Store.NotifyAsync(Told(NotificationKinds.Notice), default);

        (await ToldAsync()).Should().ContainSingle().Which.Kind.Should().Be(NotificationKinds.Finished);
        (await Store.ReadMessagesAsync(Operation(1).Id, remove: false, default)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_result_is_read_after_the_end()
    {
        await Store.StartAsync(Operation(1), [], default);
        var before = await Store.ReadResultAsync(Operation(1).Id, Noon, default);
        await EndAsync(Operation(1));

        var after = await Store.ReadResultAsync(Operation(1).Id, Noon.AddHours(23), default);
        var late = await Store.ReadResultAsync(Operation(1).Id, Noon.AddHours(25), default);

        before.Should().BeNull();
        after!.Value.Should().Be("готово");
        late.Should().BeNull();
    }

    [TestMethod]
    public async Task Messages_are_kept_in_order_and_taken_away()
    {
        await Store.StartAsync(Operation(1), [], default);
        await Store.TellAsync(new UserMessage("один") { Field = "f" }, Told(NotificationKinds.Message), default);
        await Store.TellAsync(new UserMessage("два"), Told(NotificationKinds.Message), default);

        var taken = await Store.ReadMessagesAsync(Operation(1).Id, remove: true, default);

        taken.Select(message => (message.Text, message.Field)).Should().Equal(("один", "f"), ("два", null));
        (await Store.ReadMessagesAsync(Operation(1).Id, remove: false, default)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task Newer_progress_replaces_older_and_comes_after_it()
    {
        await Store.StartAsync(Operation(1), [], default);
        await Store.ProgressAsync(new BackgroundProgress(10, "10"), Told(NotificationKinds.Progress), default);
        var first = (await ToldAsync()).Single();
        await Store.ProgressAsync(new BackgroundProgress(20, "20"), Told(NotificationKinds.Progress), default);

        var told = await ToldAsync();

        told.Should().ContainSingle().Which.AddedMs.Should().BeGreaterThan(first.AddedMs);
        (await Store.FindAsync(Operation(1).Id, default))!.Progress!.Percent.Should().Be(20);
    }

    [TestMethod]
    public async Task A_notice_replaces_the_one_of_its_key_and_an_expired_one_is_not_given()
    {
        await Store.StartAsync(Operation(1), [], default);
        await Store.NotifyAsync(Told(NotificationKinds.Notice) with { Key = "k" }, default);
        var second = Told(NotificationKinds.Notice) with { Key = "k" };
        await Store.NotifyAsync(second, default);
        await Store.NotifyAsync(Told(NotificationKinds.Notice) with { Key = "old", ExpiresAt = DateTimeOffset.MinValue.AddYears(2000) }, default);

        (await ToldAsync()).Should().ContainSingle().Which.Id.Should().Be(second.Id);
    }

    [TestMethod]
    public async Task Large_content_is_found_by_the_id_and_by_its_session_only()
    {
        await Store.StartAsync(Operation(1), [], default);
        var large = Told(NotificationKinds.Message) with { Content = new ConnectorRecord { { "text", new string('ж', 2000) } } };
        await Store.TellAsync(new UserMessage("large"), large, default);

        var listed = (await ToldAsync()).Single();

        listed.IsLarge.Should().BeTrue();
        (await Store.FindNotificationAsync(Owner, large.Id, default))!.Content["text"].Should().Be(new string('ж', 2000));
        (await Store.FindNotificationAsync(new BackgroundOwner("key-1", "ТСД-2"), large.Id, default)).Should().BeNull();
    }

    [TestMethod]
    public async Task A_finished_portion_is_kept()
    {
        await Store.StartAsync(Operation(1) with { PortionCount = 2 }, [new BackgroundPortion("a", []), new BackgroundPortion("b", [])], default);
        await Store.SavePortionAsync(Operation(1).Id, new BackgroundPortion("b", []) { Attempt = 2, Result = InvokeResult.Ok(5L) }, default);

        var portions = await Store.ReadPortionsAsync(Operation(1).Id, default);

        portions.Select(portion => (portion.Key, portion.Attempt, portion.Result?.Value)).Should().Equal(("a", 0, null), ("b", 2, 5L));
    }

    [TestMethod]
    public async Task What_is_over_its_time_is_removed()
    {
        await Store.StartAsync(Operation(1), [], default);
        await Store.StartAsync(Operation(2), [], default);
        await EndAsync(Operation(1));

        await Store.RemoveExpiredAsync(Noon.AddDays(8), default);

        (await Store.ListAsync(new BackgroundQuery(10), default)).Should().ContainSingle("an active operation is never removed").Which.Id.Should().Be(Operation(2).Id);
    }

    private static BackgroundOperation Operation(int number, string key = "", string? request = null) =>
        new($"0197-{number:000}", Owner, "Stock:Work", Noon) { Key = key, RequestId = request, Asked = [1] };

    private static Notification Told(string kind) => new(Guid.NewGuid().ToString(), kind, Owner, Operation(1).Id, new ConnectorRecord { { "status", "Running" } });

    private async Task<bool> EndAsync(BackgroundOperation operation, JobOutcome outcome = JobOutcome.Succeeded) => await Store.EndAsync(
        operation with { Outcome = outcome, EndedAt = Noon, HoldsKey = false }, InvokeResult.Ok("готово"), Told(NotificationKinds.Finished) with { OperationId = operation.Id }, default);

    private async Task<IReadOnlyList<Notification>> ToldAsync() => await Store.ListNotificationsAsync(new NotificationQuery(Owner, 0, 100), default);
}
