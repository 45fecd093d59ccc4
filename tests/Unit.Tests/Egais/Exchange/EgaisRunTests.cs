using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using Emulators.Utm;
using TestKit;

namespace Unit.Tests.Egais.Exchange;

/// <summary>Whole runs of the engine with the adapter.</summary>
[TestClass]
public sealed class EgaisRunTests
{
    [TestMethod]
    [DataRow(FaultKind.ResetAfter)]
    [DataRow(FaultKind.HangAfter)]
    [DataRow(FaultKind.StatusAfter)]
    public async Task An_act_whose_answer_got_lost_is_found_conducted_and_sent_once(FaultKind fault)
    {
        var clock = new ManualTimeProvider();
        await using var rig = await UtmRig.StartAsync(settings => settings.Organisations[1].Timeout = "00:00:02", new UtmOptions { Clock = clock }, clock);
        var act = rig.Act();
        await rig.KeepAsync(act with { Stage = ExchangeStage.Enqueued, Attempt = 0, SentAt = null });
        rig.Host.Faults.Add(new Fault(fault, "POST /opt/in/*"));

        await RunAsync(rig);
        var between = await rig.Engine.FindMessageAsync(act.Id, CancellationToken.None);
        clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(rig);

        between!.Stage.Should().Be(ExchangeStage.Uncertain);
        (await rig.Engine.FindMessageAsync(act.Id, CancellationToken.None))!.Stage.Should().Be(ExchangeStage.Done);
        rig.System.Judge.Posts(UtmRig.Shop).Should().ContainSingle();
        rig.Host.OutBox.Select(entry => entry.Type).Should().NotContain("Ticket");
    }

    [TestMethod]
    public async Task An_act_that_never_arrived_is_sent_again_when_that_is_proven()
    {
        var clock = new ManualTimeProvider();
        await using var rig = await UtmRig.StartAsync(options: new UtmOptions { Clock = clock }, time: clock);
        var act = rig.Act();
        await rig.KeepAsync(act with { Stage = ExchangeStage.Enqueued, Attempt = 0, SentAt = null });
        rig.Host.Faults.Add(new Fault(FaultKind.ResetBefore, "POST /opt/in/*"));

        await RunAsync(rig);
        clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(rig);
        var early = rig.Requests("POST *");
        clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(rig);
        await RunAsync(rig);

        (early, rig.Requests("POST *")).Should().Be((1, 2));
        (await rig.Engine.FindMessageAsync(act.Id, CancellationToken.None))!.Stage.Should().Be(ExchangeStage.Done);
    }

    [TestMethod]
    public async Task A_UTM_that_others_read_too_keeps_everything()
    {
        await using var rig = await UtmRig.StartAsync(settings => settings.Organisations[1].Exclusive = false);
        var act = rig.Act();
        await rig.KeepAsync(act with { Stage = ExchangeStage.Enqueued, Attempt = 0, SentAt = null });

        await RunAsync(rig);
        await RunAsync(rig);

        (await rig.Engine.FindMessageAsync(act.Id, CancellationToken.None))!.Stage.Should().Be(ExchangeStage.Done);
        rig.Host.OutBox.Should().Contain(entry => entry.Type == "Ticket");
        rig.Requests("DELETE *").Should().Be(0);
    }

    [TestMethod]
    public async Task A_night_without_the_UTM_is_no_green_night()
    {
        await using var rig = await UtmRig.StartAsync();
        await rig.Host.GoOfflineAsync();

        var report = (await RunAsync(rig)).Organisations.Single();

        report.Error!.Reason.Should().Be("UTM_OFFLINE");
        report.Failed.Should().BeGreaterThan(0);
    }

    private static async Task<ExchangeResult> RunAsync(UtmRig rig) =>
        await rig.Engine.RunAsync(rig.Adapter, new ExchangeRun { Organisations = [UtmRig.Shop], OneStep = true }, CancellationToken.None);
}
