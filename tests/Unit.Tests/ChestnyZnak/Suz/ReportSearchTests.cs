using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Connectivity.Marking;
using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Suz;

[TestClass]
public sealed class ReportSearchTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [TestMethod]
    public async Task A_report_behind_more_receipts_than_one_search_reads_is_found_by_the_next()
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var (sent, report) = await LostAsync(rig);
        var own = rig.System.World.Receipts.All.Single(receipt => receipt.ResultDocId == report);
        rig.System.World.Receipts.Put([Foreign(own, own.Id), .. Enumerable.Range(0, 60).Select(one => Foreign(own, $"foreign-{one}")), own with { Id = "own" }]);

        await rig.RunExchangeAsync(Minute);
        var first = await rig.MessageAsync(sent);
        await rig.RunExchangeAsync(31 * Minute);
        await rig.RunExchangeAsync(Minute);

        first.Stage.Should().Be(ExchangeStage.Uncertain);
        first.LastError!.Reason.Should().Be("SUZ_SEARCH_UNFINISHED");
        (await rig.MessageAsync(sent)).Should().Match<ExchangeMessage>(message => message.Stage == ExchangeStage.Done && message.RequestId == report);
        rig.System.Judge.Requests("suz GET receipts/document").Should().BeLessThan(70);
    }

    [TestMethod]
    [DataRow(-10)]
    [DataRow(10)]
    public async Task A_clock_that_is_hours_wrong_does_not_make_a_person_send_a_report_again(int hours)
    {
        await using var rig = await SuzConnectorRig.StartAsync();
        var (sent, report) = await LostAsync(rig);
        var own = rig.System.World.Receipts.All.Single(receipt => receipt.ResultDocId == report);
        rig.System.World.Receipts.Put(own with { Created = own.Created + TimeSpan.FromHours(hours) });

        await rig.RunExchangeAsync(31 * Minute);
        await rig.RunExchangeAsync(Minute);

        (await rig.MessageAsync(sent)).Should().Match<ExchangeMessage>(message => message.Stage == ExchangeStage.Done && message.RequestId == report);
    }

    private static SuzReceipt Foreign(SuzReceipt own, string id) => own with
    {
        Id = id, ResultDocId = Guid.NewGuid().ToString(), DocId = Guid.NewGuid().ToString(), Content = "{\"cislist\":[]}",
    };

    private static async Task<(ConnectorRecord Sent, string Report)> LostAsync(SuzConnectorRig rig)
    {
        var order = rig.System.Seed.Order(rig.Milk, 5);
        await rig.CallAsync("FetchOrder", ("orderId", order.OrderId));
        var codes = (await rig.Codes.ListAsync(new MarkingCodeQuery { OrderId = order.OrderId }, CancellationToken.None)).Select(object? (code) => code.Text).ToList();

        // The order's closing leaves before the report.
        await rig.RunExchangeAsync(Minute);
        rig.System.Faults.Add(new Fault(FaultKind.ResetAfter, "suz POST utilisation"));
        var sent = await rig.AskAsync("SendUtilisation", ("report", new ConnectorRecord { ["productGroup"] = "milk", ["sntins"] = codes, ["attributes"] = new ConnectorRecord { ["expDate"] = "2027-01-01" } }));
        rig.Time.Move(Minute);
        await rig.CallAsync("Suz.Ping");
        return (sent, rig.System.World.Reports.All[0].ReportId);
    }
}
