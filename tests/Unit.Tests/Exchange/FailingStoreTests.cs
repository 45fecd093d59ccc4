using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using Microsoft.Extensions.Logging;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>The database fails for a while in the middle of a run, or the run is stopped there.</summary>
[TestClass]
public sealed class FailingStoreTests : EngineSetting
{
    private readonly FaultyStore faults;
    private readonly KeptLog log = new();

    public FailingStoreTests()
    {
        (var store, faults) = FaultyStore.Over(Store);
        Engine = new ExchangeEngine(Id, store, null, Clock, log, Options);
    }

    [TestMethod]
    public async Task Verdict_in_hand_outlives_a_short_failure_of_the_database()
    {
        FailAfterSending(5);
        var message = await PrepareAsync();

        var result = await DriveAsync(StepAsync().AsTask(), TimeSpan.FromSeconds(2));

        faults.Failures.Should().Be(5);
        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Accepted && kept.RequestId == RemoteSide.IdOf(message));
        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Sent == 1 && report.Failed == 0);
        Adapter.Count("Send").Should().Be(1);
    }

    [TestMethod]
    public async Task Verdict_that_cannot_be_kept_is_in_the_log_with_its_id_and_the_message_is_looked_for()
    {
        FailAfterSending(1000);
        var message = await PrepareAsync();

        var result = await DriveAsync(StepAsync().AsTask(), TimeSpan.FromSeconds(2));

        log.Lines.Where(line => line.Level == LogLevel.Error).Select(line => line.Event).Should().Equal(2008, 2009, 2011);
        log.Lines.Single(line => line.Event == 2009).Text.Should().Contain(message.Id).And.Contain(RemoteSide.IdOf(message));
        result.Organisations.Single().Error!.Reason.Should().Be("RUN_BROKE_OFF");
        faults.FailingCommits = 0;
        await StepsAsync(3);
        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Done);
        Remote.Arrivals.Values.Should().Equal(1);
    }

    [TestMethod]
    public async Task Run_that_breaks_off_for_one_organisation_goes_on_for_the_others()
    {
        faults.Before = (method, request) => ThrowFor("1", method, request);
        await PrepareAsync(Outgoing("док-1", "1"));
        var second = await PrepareAsync(Outgoing("док-2", "2"));

        var result = await Engine.RunAsync(Adapter, OneStep, default);

        (await FindAsync(second.Id)).Stage.Should().Be(ExchangeStage.Accepted);
        result.Organisations.Select(report => (report.Organisation, report.Sent, report.Failed, report.Stopped, report.Error?.Reason)).Should().Equal(("1", 0, 1, true, "RUN_BROKE_OFF"), ("2", 1, 0, false, null));
        result.Changes.Should().ContainSingle().Which.MessageId.Should().Be(second.Id);
    }

    [TestMethod]
    public async Task Run_that_is_stopped_before_anything_left_has_sent_nothing()
    {
        using var stop = new CancellationTokenSource();
        faults.Before = (method, _) => StopAt(stop, method);
        var message = await PrepareAsync();

        await FluentActions.Awaiting(() => Engine.RunAsync(Adapter, OneStep, stop.Token).AsTask()).Should().ThrowAsync<OperationCanceledException>();

        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Enqueued && kept.LastError!.Reason == "RUN_STOPPED");
        Adapter.Count("Send").Should().Be(0);
    }

    private void FailAfterSending(int commits) => Adapter.OnSend = (message, _) =>
    {
        faults.FailingCommits = commits;
        return ValueTask.FromResult(SendOutcome.Accepted(Remote.Arrive(message)));
    };

    private static void ThrowFor(string organisation, string method, object? request)
    {
        if (method == nameof(IExchangeStore.ClaimToSendAsync) && ((ClaimRequest)request!).Organisations!.Contains(organisation)) throw new IOException("The database restarts.");
    }

    private static void StopAt(CancellationTokenSource stop, string method)
    {
        if (method == nameof(IExchangeStore.ClaimToSendAsync)) stop.Cancel();
    }
}
