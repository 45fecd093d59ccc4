using System.Text.Json;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Warehouse;
using Connectors.Egais;
using Emulators.Utm;
using Unit.Tests.House;

namespace Unit.Tests.Egais.Methods;

/// <summary>What jobs call, and what they find.</summary>
[TestClass]
public sealed class JobTests
{
    public static IEnumerable<object[]> Jobs
    {
        get
        {
            using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "Server", "Host", "Site", "Defaults", "jobs.json")));
            return [.. file.RootElement.GetProperty("jobs").EnumerateArray().Where(job => job.GetProperty("call").GetString()!.StartsWith("Egais:", StringComparison.Ordinal)).Select(job => new object[] { job.GetProperty("call").GetString()![6..], job.GetProperty("enabled").GetBoolean() })];
        }
    }

    [TestMethod]
    public void There_is_a_job_for_each_thing_to_be_done_regularly() => Jobs.Should().HaveCount(6);

    [TestMethod]
    [DynamicData(nameof(Jobs))]
    public async Task A_job_of_a_new_home_is_off_and_calls_a_method_that_works_without_arguments(string call, bool enabled)
    {
        await using var rig = await EgaisRig.StartAsync();

        var result = await rig.CallAsync(call);

        enabled.Should().BeFalse();
        result.Should().BeOfType<ConnectorRecord>();
    }

    [TestMethod]
    [DynamicData(nameof(Jobs))]
    public async Task A_job_fails_in_a_night_with_all_UTMs_off(string call, bool enabled)
    {
        await using var rig = await EgaisRig.StartAsync(settings => settings.Rhythm.Housekeeping = true);
        await rig.System[EgaisRig.A].GoOfflineAsync();
        await rig.System[EgaisRig.B].GoOfflineAsync();
        var at = call.LastIndexOf('.');
        var run = async () => await rig.Connector.InvokeAsync(new InvokeArgs("egais", call[..at], call[(at + 1)..]) { Caller = new InvokeCaller(CallOrigin.Job) }, CancellationToken.None);

        var first = await run.Should().ThrowAsync<ConnectorException>();
        var second = await run.Should().ThrowAsync<ConnectorException>();

        first.Which.Error.Reason.Should().Be("UTM_OFFLINE");
        second.Which.Error.Reason.Should().Be("UTM_OFFLINE");
        enabled.Should().BeFalse();
    }

    [TestMethod]
    [DataRow("RunExchange", "")]
    [DataRow("ВыполнитьОбмен", "EgaisExchange")]
    [DataRow("PrepareForTransfer", "")]
    [DataRow("LoadIncomingDocuments", "")]
    [DataRow("CancelTransfer", "")]
    [DataRow("CancelLastOperation", "")]
    [DataRow("RestoreStatus", "")]
    [DataRow("Decide", "")]
    [DataRow("Save", "Documents")]
    public async Task The_verbs_that_exchanging_connectors_share_answer_under_the_shared_names(string method, string className)
    {
        await using var rig = await EgaisRig.StartAsync();

        rig.Connector.Methods.Should().Contain(info => info.ClassName == className && (info.MethodName == method || info.Aliases.Contains(method)));
    }

    [TestMethod]
    public async Task After_something_was_sent_the_next_exchange_is_advised_soon_and_later_at_leisure()
    {
        await using var rig = await EgaisRig.StartAsync();
        var document = await rig.SaveWaybillAsync();
        await rig.System[EgaisRig.A].GoOfflineAsync();
        await rig.PrepareAsync(document);
        await rig.System[EgaisRig.A].ComeOnlineAsync();

        var soon = await rig.RunAsync();
        var later = await rig.RunAsync(301);

        soon["waitSeconds"].Should().Be(15L);
        later["waitSeconds"].Should().Be(60L);
    }

    [TestMethod]
    public async Task Housekeeping_archives_and_removes_what_nobody_waits_for_and_only_then()
    {
        await using var rig = await EgaisRig.StartAsync(settings =>
        {
            settings.Rhythm.Housekeeping = true;
            settings.Limits.OrphanDays = 3650;
        });
        rig.System.Seed.ForeignTickets(EgaisRig.A, 1);
        await rig.RunAsync();
        rig.Clock.Advance(TimeSpan.FromDays(44));
        await rig.RecordAsync("EgaisExchange.CleanBoxes");
        var before = rig.System[EgaisRig.A].OutBox.Count;

        rig.Clock.Advance(TimeSpan.FromDays(2));
        await rig.RecordAsync("EgaisExchange.CleanBoxes");

        before.Should().Be(1);
        rig.System[EgaisRig.A].OutBox.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Housekeeping_leaves_an_answer_that_a_lost_question_may_be_waiting_for()
    {
        await using var rig = await EgaisRig.StartAsync(settings => settings.Rhythm.Housekeeping = true);
        rig.System[EgaisRig.A].Faults.Add(new Fault(FaultKind.ResetAfter, "POST /opt/in/*"));
        await rig.RecordAsync("EgaisQueries.RequestRests", ("fsrarId", EgaisRig.A));
        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await rig.RecordAsync("EgaisExchange.ReceiveIncoming");
        rig.Clock.Advance(TimeSpan.FromDays(3));

        await rig.RecordAsync("EgaisExchange.CleanBoxes");
        var kept = rig.System[EgaisRig.A].OutBox.Count;
        await rig.RunOftenAsync();

        kept.Should().BeGreaterThan(0);
        rig.Store.Messages.Single().Stage.Should().Be(ExchangeStage.Done);
    }

    [TestMethod]
    [DataRow(true, 89, 1)]
    [DataRow(true, 91, 0)]
    [DataRow(false, 91, 1)]
    public async Task Housekeeping_removes_the_scans_of_waybills_that_ended_long_ago_and_no_others(bool isConfirmed, int days, int left)
    {
        await using var rig = await EgaisRig.StartAsync();
        var (_, received) = await rig.ShipAsync();
        await rig.RecordAsync("EgaisMarks.Scan", ("document", received), ("code", rig.LastMarks[0]));
        await (isConfirmed ? rig.PrepareAsync(received, "ConfirmReceipt") : Task.CompletedTask);
        await rig.RunOftenAsync();
        rig.Clock.Advance(TimeSpan.FromDays(days));

        await rig.RecordAsync("EgaisExchange.CleanBoxes");

        (await rig.Records.ListAsync(new RecordQuery(RecordKinds.Scan), default)).Should().HaveCount(left);
    }

    [TestMethod]
    public async Task A_repeal_that_the_partner_leaves_unanswered_may_be_asked_again_after_a_month()
    {
        await using var rig = await EgaisRig.StartAsync();
        var (_, received) = await rig.ShipAsync();
        await rig.PrepareAsync(received, "ConfirmReceipt");
        await rig.RunOftenAsync();
        rig.System[EgaisRig.B].Twists.Hold = "*";
        await rig.PrepareAsync(received, "RequestRepeal");
        await rig.RunAsync();
        var before = await ActionsAsync(rig, received);

        var warned = await rig.RunAsync(TimeSpan.FromDays(30).TotalSeconds);

        before.Should().NotContain("RequestRepeal");
        warned["errorText"].Should().BeOfType<string>().Which.Should().Contain("нет ответа в срок");
        (await ActionsAsync(rig, received)).Should().Contain("RequestRepeal");
    }

    private static async Task<IReadOnlyList<object?>> ActionsAsync(EgaisRig rig, string document) => (IReadOnlyList<object?>)(await rig.RecordAsync("EgaisExchange.GetDocument", ("document", document)))["nextActions"]!;
}
