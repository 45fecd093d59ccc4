using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Connectivity.Marking;
using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Suz;

[TestClass]
public sealed class ReportTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [TestMethod]
    public async Task A_report_of_application_succeeds_and_its_codes_are_marked_applied()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var codes = await FetchedAsync(rig, 10);

        var sent = await rig.AskAsync("SendUtilisation", ("report", Utilisation(codes)));
        await rig.RunExchangeAsync(Minute);

        (await rig.MessageAsync(sent)).Stage.Should().Be(ExchangeStage.Done);
        rig.System.World.Codes.All.Should().OnlyContain(code => code.Status == "APPLIED");
        (await rig.AskAsync("CountCodes"))["Utilised"].Should().Be(10L);
    }

    [TestMethod]
    public async Task A_scanned_code_without_its_check_part_is_completed_from_the_table()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var codes = await FetchedAsync(rig, 2);

        var sent = await rig.AskAsync("SendUtilisation", ("report", Utilisation([.. codes.Select(CisText.Of)])));
        await rig.RunExchangeAsync(Minute);

        (await rig.MessageAsync(sent)).Stage.Should().Be(ExchangeStage.Done);
    }

    [TestMethod]
    public async Task A_report_refused_in_part_tells_which_codes_and_why()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var codes = await FetchedAsync(rig, 3);
        var applied = rig.System.Seed.Codes(rig.Milk, 1, "APPLIED")[0];

        var sent = await rig.AskAsync("SendUtilisation", ("report", Utilisation([.. codes, applied.Full!])));
        await rig.RunExchangeAsync(Minute);

        var message = await rig.MessageAsync(sent);
        message.Stage.Should().Be(ExchangeStage.DonePartly);
        message.LastError!.Message.Should().Contain("1 × 1 duplicate, or already applied");
        var report = await rig.AskAsync("GetReport", ("reportId", message.RequestId));
        ((ConnectorTable)report["refused"]!).Rows.Should().ContainSingle().Which.Should().Contain(applied.Cis);
        (await rig.AskAsync("CountCodes"))["Utilised"].Should().Be(3L);
    }

    [TestMethod]
    public async Task A_report_that_failed_as_a_whole_is_refused_and_changes_no_code()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        await FetchedAsync(rig, 3);
        var applied = rig.System.Seed.Codes(rig.Milk, 2, "APPLIED");

        var sent = await rig.AskAsync("SendUtilisation", ("report", Utilisation([.. applied.Select(code => code.Full!)])));
        await rig.RunExchangeAsync(Minute);

        (await rig.MessageAsync(sent)).Stage.Should().Be(ExchangeStage.Rejected);
        (await rig.AskAsync("CountCodes"))["Utilised"].Should().Be(0L);
    }

    [TestMethod]
    public async Task A_report_whose_answer_was_lost_is_found_by_its_codes_and_not_sent_again()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var codes = await FetchedAsync(rig, 10);
        await rig.AskAsync("SendUtilisation", ("report", Utilisation(codes[..5])));
        rig.System.Faults.Add(new Fault(FaultKind.ResetAfter, "suz POST utilisation"));

        var lost = await rig.AskAsync("SendUtilisation", ("report", Utilisation(codes[5..])));
        await rig.RunExchangeAsync(Minute);
        await rig.RunExchangeAsync(Minute);

        var message = await rig.MessageAsync(lost);
        message.Stage.Should().Be(ExchangeStage.Done);
        message.RequestId.Should().Be(rig.System.World.Reports.All[1].ReportId);
        rig.System.Judge.Requests("suz POST utilisation").Should().Be(2);
        rig.System.Judge.Doubles().Should().BeEmpty();
        (await rig.AskAsync("CountCodes"))["Utilised"].Should().Be(10L);
    }

    [TestMethod]
    public async Task A_report_that_left_no_trace_waits_for_a_person()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var codes = await FetchedAsync(rig, 2);
        rig.System.Faults.Add(new Fault(FaultKind.ResetBefore, "suz POST utilisation"));

        var lost = await rig.AskAsync("SendUtilisation", ("report", Utilisation(codes)));
        var sent = await rig.MessageAsync(lost);
        await rig.RunExchangeAsync(31 * Minute);

        sent.Stage.Should().Be(ExchangeStage.Uncertain, "the closing of its order, which stands before it, is signed first");
        (await rig.MessageAsync(lost)).Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Parked && kept.LastError!.Reason == ZnakReasons.NeedsAttention);
        rig.System.Judge.Requests("suz POST utilisation").Should().Be(1);
    }

    [TestMethod]
    public async Task Codes_are_put_into_packs_without_their_check_part()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var codes = await FetchedAsync(rig, 4);
        await rig.AskAsync("SendUtilisation", ("report", Utilisation(codes)));
        await rig.RunExchangeAsync(Minute);
        var unit = new ConnectorRecord { ["unitSerialNumber"] = "046000010000000000000000011", ["codes"] = codes.ToList<object?>() };

        var sent = await rig.AskAsync("SendAggregation", ("report", new ConnectorRecord { ["productGroup"] = "milk", ["aggregationUnits"] = new List<object?> { unit } }));
        await rig.RunExchangeAsync(Minute);

        (await rig.MessageAsync(sent)).Stage.Should().Be(ExchangeStage.Done);
        rig.System.World.Codes.All.Count(code => code.Parent is not null).Should().Be(4);
    }

    [TestMethod]
    public async Task Codes_that_drop_out_are_withdrawn_in_the_table_too()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var codes = await FetchedAsync(rig, 2);

        var sent = await rig.AskAsync("SendDropout", ("report", new ConnectorRecord { ["productGroup"] = "milk", ["dropoutReason"] = "DEFECT", ["sntins"] = codes.ToList<object?>() }));
        await rig.RunExchangeAsync(Minute);

        (await rig.MessageAsync(sent)).Stage.Should().Be(ExchangeStage.Done);
        (await rig.AskAsync("CountCodes"))["Withdrawn"].Should().Be(2L);
    }

    [TestMethod]
    public async Task Everything_wrong_with_a_report_is_told_at_once()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var codes = await FetchedAsync(rig, 1);
        var report = new ConnectorRecord { ["sntins"] = new List<object?> { codes[0], codes[0], "0104600001000113215x<K9z" } };

        var sending = () => rig.CallAsync("SendUtilisation", ("report", report));

        (await sending.Should().ThrowAsync<ConnectorException>()).Which.Error.Offenders.Should().HaveCount(3)
            .And.Contain(line => line.StartsWith("productGroup:")).And.Contain(line => line.StartsWith("sntins[1]: stands twice")).And.Contain(line => line.StartsWith("sntins[2]:"));
    }

    [TestMethod]
    public async Task Surplus_is_reported_for_beer_alone()
    {
        await using var rig = await SuzConnectorRig.StartAsync();

        var sending = () => rig.CallAsync("SendSurplus", ("report", new ConnectorRecord { ["productGroup"] = "milk" }));

        (await sending.Should().ThrowAsync<ConnectorException>()).Which.Error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
    }

    private static ConnectorRecord Utilisation(IReadOnlyList<string> codes) => new()
    {
        ["productGroup"] = "milk", ["sntins"] = codes.ToList<object?>(), ["attributes"] = new ConnectorRecord { ["expDate"] = "2027-01-01" },
    };

    private static async Task<string[]> FetchedAsync(SuzConnectorRig rig, int count)
    {
        var order = rig.System.Seed.Order(rig.Milk, count);
        await rig.CallAsync("FetchOrder", ("orderId", order.OrderId));
        return [.. (await rig.Codes.ListAsync(new MarkingCodeQuery { OrderId = order.OrderId }, CancellationToken.None)).Select(code => code.Text)];
    }
}
