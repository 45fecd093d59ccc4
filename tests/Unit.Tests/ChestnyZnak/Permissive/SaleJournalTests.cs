using Cleverence.Connectivity;
using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;
using TestKit;

namespace Unit.Tests.ChestnyZnak.Permissive;

[TestClass]
public sealed class SaleJournalTests
{
    [TestMethod]
    [DataRow("sell", "Sell")]
    [DataRow("doNotSell", "DoNotSell")]
    [DataRow("ask", "Ask")]
    public async Task Without_any_answer_the_settings_decide_and_the_journal_knows(string setting, string verdict)
    {
        await using var rig = await SaleRig.StartAsync(settings => settings.OnNoAnswer = setting);
        var code = rig.Code();
        await rig.FillAsync();
        rig.System.Faults.Add(new Fault(FaultKind.Status, "cdn*") { Status = 503, Times = -1 });

        var result = await rig.CheckAsync(code, ("price", 10L));

        SaleRig.Of(result).Should().Be((verdict, "NO_ANSWER"));
        var entry = (await JournalAsync(rig)).Should().ContainSingle().Subject;
        (entry["cis"], entry["verdict"], entry["failures"], entry["priceKopecks"], entry["user"]).Should().Be((code.Cis, verdict, "Cdn: HTTP_503", 1000L, "cashier"));
    }

    [TestMethod]
    public async Task The_emergency_mode_lets_everything_be_sold_and_is_written_down()
    {
        await using var rig = await SaleRig.StartAsync();
        rig.System.Options.CdnHosts[0].Emergency = true;

        var result = await rig.CheckAsync(rig.Code("RETIRED"));

        SaleRig.Of(result).Should().Be(("Sell", "EMERGENCY_MODE"));
        SaleRig.First(result)["receipt"].Should().BeNull();
        (await JournalAsync(rig)).Single()["reason"].Should().Be("EMERGENCY_MODE");
    }

    [TestMethod]
    [DataRow("sell", "Sell")]
    [DataRow("ask", "Ask")]
    public async Task Codes_of_other_countries_that_cannot_be_checked_are_for_the_settings(string setting, string verdict)
    {
        await using var rig = await SaleRig.StartAsync(settings => settings.OnCrossBorderUnavailable = setting);
        rig.System.Options.CdnHosts[0].CrossBorderDown = true;

        SaleRig.Of(await rig.CheckAsync(rig.Code())).Should().Be((verdict, "CROSS_BORDER_UNAVAILABLE"));
        (await JournalAsync(rig)).Should().ContainSingle();
    }

    [TestMethod]
    public async Task What_is_checked_is_not_in_the_journal()
    {
        await using var rig = await SaleRig.StartAsync();

        await rig.CheckAsync(rig.Code());
        await rig.CheckAsync(rig.Code("RETIRED"));

        (await JournalAsync(rig)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_slow_store_keeps_no_till_waiting_for_its_journal()
    {
        var clock = new ManualTimeProvider();
        var slow = new SlowRecords();
        var journal = new SaleJournal(new PermissiveRules(), slow, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, clock);
        var store = new SaleStore("Shop", new ZnakOrganisation("7707083893", ZnakContour.Sandbox), [SaleProvider.Cdn]);
        var line = new SaleLine(new SaleCode("full", "cis"));
        var result = new SaleResult(new SaleCall(store, [line], SaleOperation.Sale) { Budget = TimeSpan.FromSeconds(1.5) }, [new SaleLineResult(line, new SaleDecision(SaleVerdict.Ask, SaleReason.NoAnswer), null, null)], [], TimeSpan.FromSeconds(1.5));

        var keeping = journal.KeepAsync(result, CancellationToken.None).AsTask();
        clock.Advance(TimeSpan.FromMilliseconds(200));
        await keeping;

        slow.Written.Should().Be(1);
    }

    private static async Task<IReadOnlyList<ConnectorRecord>> JournalAsync(SaleRig rig) => await rig.ValueAsync("GetSaleJournal") switch
    {
        ConnectorTable table => [.. table.Rows.Select(row => new ConnectorRecord(table.Columns.Select((column, at) => KeyValuePair.Create(column.Name, row[at]))))],
        IReadOnlyList<object?> list => [.. list.Cast<ConnectorRecord>()],
        _ => throw new InvalidOperationException("The journal is a list or a table."),
    };

    private sealed class SlowRecords : IConnectorRecords
    {
        public int Written { get; private set; }

        public ValueTask<StoredRecord?> GetAsync(string kind, string key, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<StoredRecord>> ListAsync(RecordQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask WriteAsync(IReadOnlyList<RecordChange> changes, CancellationToken cancellationToken)
        {
            Written++;
            return new ValueTask(new TaskCompletionSource().Task);
        }

        public ValueTask<IRecordLease?> TryLeaseAsync(string name, TimeSpan time, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
