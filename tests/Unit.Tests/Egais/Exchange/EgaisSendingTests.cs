using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using Emulators.Utm;

namespace Unit.Tests.Egais.Exchange;

[TestClass]
public sealed class EgaisSendingTests
{
    [TestMethod]
    public async Task A_workplace_s_message_is_handed_out_for_ten_minutes()
    {
        await using var rig = await UtmRig.StartAsync(settings => settings.Organisations[1].Mode = "client");

        var outcome = await rig.Adapter.SendAsync(rig.Act(), CancellationToken.None);

        (outcome.Verdict, outcome.After).Should().Be((SendVerdict.HandedOut, TimeSpan.FromMinutes(10)));
        rig.Requests("POST *").Should().Be(0);
    }

    [TestMethod]
    public async Task A_message_without_settings_waits_untouched()
    {
        await using var rig = await UtmRig.StartAsync();
        var act = rig.Act();

        var outcome = await rig.Adapter.SendAsync(act with { Content = act.Content with { Organisation = "030000000009" } }, CancellationToken.None);

        (outcome.Verdict, outcome.Error!.Reason).Should().Be((SendVerdict.NotSent, "NO_SETTINGS"));
        outcome.Error.MessageRu.Should().Be("Сообщение в ЕГАИС не может быть передано. Не настроено подключение к УТМ.");
    }

    [TestMethod]
    public async Task A_message_that_is_stopped_before_it_leaves_is_not_sent()
    {
        await using var rig = await UtmRig.StartAsync();
        await rig.Owners.EnsureAsync(rig.Organisation(UtmRig.Shop), CancellationToken.None);

        var outcome = await rig.Adapter.SendAsync(rig.Act(), new CancellationToken(canceled: true));

        outcome.Verdict.Should().Be(SendVerdict.NotSent);
        rig.Requests("POST *").Should().Be(0);
    }

    [TestMethod]
    [DataRow(FaultKind.ResetBefore, SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN", 0)]
    [DataRow(FaultKind.ResetAfter, SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN", 1)]
    [DataRow(FaultKind.HalfBody, SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN", 1)]
    [DataRow(FaultKind.Status, SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN", 0)]
    [DataRow(FaultKind.StatusAfter, SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN", 1)]
    [DataRow(FaultKind.NothingSaid, SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN", 1)]
    [DataRow(FaultKind.Html, SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN", 0)]
    [DataRow(FaultKind.Error, SendVerdict.Refused, "UTM_REFUSED", 0)]
    public async Task Every_fault_of_a_post_has_its_verdict_and_it_is_posted_once(FaultKind fault, SendVerdict verdict, string reason, int taken)
    {
        await using var rig = await UtmRig.StartAsync();
        var act = rig.Act();
        rig.Host.Faults.Add(new Fault(fault, "POST /opt/in/*"));

        var outcome = await rig.Adapter.SendAsync(act, CancellationToken.None);

        (outcome.Verdict, outcome.Error!.Reason).Should().Be((verdict, reason));
        rig.Requests("POST /opt/in/*").Should().Be(1);
        rig.System.Judge.Posts(UtmRig.Shop).Should().HaveCount(taken);
    }

    [TestMethod]
    public async Task An_answer_that_comes_too_late_leaves_the_outcome_open()
    {
        await using var rig = await UtmRig.StartAsync(settings => settings.Organisations[1].Timeout = "00:00:01");
        var act = rig.Act();
        rig.Host.Faults.Add(new Fault(FaultKind.HangAfter, "POST /opt/in/*"));

        var outcome = await rig.Adapter.SendAsync(act, CancellationToken.None);

        (outcome.Verdict, outcome.Error!.Reason).Should().Be((SendVerdict.NoVerdict, "UTM_OUTCOME_UNKNOWN"));
        rig.System.Judge.Posts(UtmRig.Shop).Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_UTM_that_is_off_is_tried_again_after_a_growing_pause()
    {
        await using var rig = await UtmRig.StartAsync();
        await rig.Host.GoOfflineAsync();

        var first = await rig.Adapter.SendAsync(rig.Act(), CancellationToken.None);
        var third = await rig.Adapter.SendAsync(rig.Act() with { Attempt = 3 }, CancellationToken.None);

        (first.Verdict, first.Error!.Reason, first.After).Should().Be((SendVerdict.NotSent, "UTM_OFFLINE", TimeSpan.FromSeconds(5)));
        third.After.Should().Be(TimeSpan.FromMinutes(1));
    }

    [TestMethod]
    public async Task A_type_that_the_UTM_does_not_know_is_not_tried_again()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.Host.Conditions.UnknownTypes = "WayBillAct_v4";

        var outcome = await rig.Adapter.SendAsync(rig.Act(), CancellationToken.None);

        (outcome.Verdict, outcome.Error!.Reason).Should().Be((SendVerdict.Refused, "UTM_TYPE_UNKNOWN"));
    }

    [TestMethod]
    public async Task Records_of_the_post_are_kept_only_when_the_UTM_took_it()
    {
        await using var rig = await UtmRig.StartAsync();
        var adapter = new EgaisAdapter(rig.Plan, rig.Utm, rig.Owners, rig.Engine, null!, new EgaisStatuses(), new HeldLog(), rig.Time, new Posted());

        var taken = await adapter.SendAsync(rig.Act(), CancellationToken.None);
        rig.Host.Faults.Add(new Fault(FaultKind.Error, "POST /opt/in/*"));
        var refused = await adapter.SendAsync(rig.Act(), CancellationToken.None);

        taken.Records.Should().ContainSingle().Which.Kind.Should().Be("gate");
        refused.Records.Should().BeEmpty();
    }

    private sealed class Posted : IPostRecords
    {
        public ValueTask<IReadOnlyList<RecordChange>> PostedAsync(ExchangeMessage message, CancellationToken cancellationToken) => new([new RecordChange("gate", message.Id, [1])]);
    }
}
