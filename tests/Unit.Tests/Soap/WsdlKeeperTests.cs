using Cleverence.Connectivity;
using Connectors.Transport.Soap;
using TestKit;

namespace Unit.Tests.Soap;

/// <summary>What was read of a WSDL is kept for a day, and nothing that goes wrong later takes it away.</summary>
[TestClass]
public sealed class WsdlKeeperTests
{
    private readonly ManualTimeProvider clock = new();
    private readonly TaskCompletionSource started = new();
    private int loads;

    [TestMethod]
    public async Task Callers_that_come_together_wait_for_one_load()
    {
        var gate = new TaskCompletionSource();
        using var keeper = Keeper(() => gate.Task);

        var calls = Enumerable.Range(0, 20).Select(_ => keeper.GetAsync(CancellationToken.None).AsTask()).ToList();
        gate.SetResult();
        var values = await Task.WhenAll(calls);

        (loads, values.Distinct().Single()).Should().Be((1, "1"));
    }

    [TestMethod]
    public async Task A_caller_who_leaves_does_not_stop_the_load_of_the_others()
    {
        var gate = new TaskCompletionSource();
        using var keeper = Keeper(() => gate.Task);
        using var leaving = new CancellationTokenSource();

        var first = keeper.GetAsync(leaving.Token).AsTask();
        var second = keeper.GetAsync(CancellationToken.None).AsTask();
        await leaving.CancelAsync();
        await FluentActions.Awaiting(() => first).Should().ThrowAsync<OperationCanceledException>();
        gate.SetResult();

        ((await second), loads).Should().Be(("1", 1));
    }

    [TestMethod]
    public async Task While_the_first_load_fails_it_is_tried_again_after_a_pause_only()
    {
        using var keeper = Keeper(() => loads < 3 ? Task.FromException(Away()) : Task.CompletedTask);

        var call = () => keeper.GetAsync(CancellationToken.None).AsTask();
        await call.Should().ThrowAsync<ConnectorException>();
        await call.Should().ThrowAsync<ConnectorException>().Where(failure => failure.Error.Reason == "HTTP_503");
        var within = loads;
        clock.Advance(TimeSpan.FromSeconds(6));
        await call.Should().ThrowAsync<ConnectorException>();
        clock.Advance(TimeSpan.FromSeconds(6));

        (within, await call(), loads).Should().Be((1, "3", 3));
    }

    [TestMethod]
    public async Task A_failed_check_takes_nothing_away()
    {
        using var keeper = Keeper(() => loads == 2 ? Task.FromException(Away()) : Task.CompletedTask);
        await keeper.GetAsync(CancellationToken.None);

        var check = () => keeper.RefreshAsync(CancellationToken.None).AsTask();
        await check.Should().ThrowAsync<ConnectorException>();

        (await keeper.GetAsync(CancellationToken.None), loads).Should().Be(("1", 2));
    }

    [TestMethod]
    public async Task A_check_reads_anew_whatever_is_kept_and_its_reading_is_kept()
    {
        using var keeper = Keeper(() => Task.CompletedTask);
        await keeper.GetAsync(CancellationToken.None);

        var checkedAnew = await keeper.RefreshAsync(CancellationToken.None);

        (checkedAnew, await keeper.GetAsync(CancellationToken.None), loads).Should().Be(("2", "2", 2));
    }

    [TestMethod]
    public async Task A_check_tries_at_once_after_a_failure()
    {
        using var keeper = Keeper(() => loads == 1 ? Task.FromException(Away()) : Task.CompletedTask);
        var call = () => keeper.GetAsync(CancellationToken.None).AsTask();
        await call.Should().ThrowAsync<ConnectorException>();

        (await keeper.RefreshAsync(CancellationToken.None), await call()).Should().Be(("2", "2"));
    }

    [TestMethod]
    public async Task An_old_one_serves_all_but_the_caller_who_renews_it()
    {
        var gate = new TaskCompletionSource();
        using var keeper = Keeper(() => loads == 1 ? Task.CompletedTask : gate.Task);
        await keeper.GetAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromHours(24));

        var renewing = keeper.GetAsync(CancellationToken.None).AsTask();
        var other = await keeper.GetAsync(CancellationToken.None);
        gate.SetResult();

        (other, await renewing, await keeper.GetAsync(CancellationToken.None)).Should().Be(("1", "2", "2"));
    }

    [TestMethod]
    public async Task A_failed_renewal_is_tried_again_a_minute_later_and_the_old_one_serves()
    {
        using var keeper = Keeper(() => loads == 2 ? Task.FromException(Away()) : Task.CompletedTask);
        await keeper.GetAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromHours(24));

        var during = await keeper.GetAsync(CancellationToken.None);
        var soon = await keeper.GetAsync(CancellationToken.None);
        var tries = loads;
        clock.Advance(TimeSpan.FromMinutes(1));

        (during, soon, tries, await keeper.GetAsync(CancellationToken.None)).Should().Be(("1", "1", 2, "3"));
    }

    [TestMethod]
    public async Task A_load_without_an_end_is_ended()
    {
        using var keeper = new WsdlKeeper<string>(WaitAsync, clock);
        var call = keeper.GetAsync(CancellationToken.None).AsTask();
        await started.Task;

        clock.Advance(TimeSpan.FromMinutes(5));

        var error = (await FluentActions.Awaiting(() => call).Should().ThrowAsync<ConnectorException>()).Which.Error;
        (error.Code, error.Reason, error.InDoubt).Should().Be((ConnectorErrorCode.Unavailable, "WSDL_TOO_SLOW", false));
    }

    [TestMethod]
    public async Task A_load_ends_with_its_connector()
    {
        var keeper = new WsdlKeeper<string>(WaitAsync, clock);
        var call = keeper.GetAsync(CancellationToken.None).AsTask();
        await started.Task;

        keeper.Dispose();

        await FluentActions.Awaiting(() => call).Should().ThrowAsync<OperationCanceledException>();
    }

    private async ValueTask<string> WaitAsync(CancellationToken cancellationToken)
    {
        started.SetResult();
        await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        return "";
    }

    private static ConnectorException Away() => new(new ConnectorError(ConnectorErrorCode.Unavailable, "away") { Reason = "HTTP_503" });

    private WsdlKeeper<string> Keeper(Func<Task> work) => new(
        async _ =>
        {
            var number = Interlocked.Increment(ref loads);
            await work();
            return $"{number}";
        },
        clock);
}
