using Cleverence.Connectivity;
using Connectors.Egais;

namespace Unit.Tests.Egais.Marks;

[TestClass]
public class ScanTogetherTests
{
    private readonly ScanRig rig = new();

    [TestInitialize]
    public Task Save() => rig.SaveAsync(MadeMarks.Waybill(MadeMarks.Position("1", 200, new MarkBox(MadeMarks.Box, [.. Enumerable.Range(1, 100).Select(MadeMarks.Numbered)]), new MarkBox("03000012345610125000000018", [.. Enumerable.Range(101, 100).Select(MadeMarks.Numbered)]))
        with { Trees = [new BoxTree(MadeMarks.Pallet, [new BoxTree(MadeMarks.Box, []), new BoxTree("03000012345610125000000018", [])])] }));

    [TestMethod]
    public async Task Handhelds_that_scan_the_same_marks_share_them_out()
    {
        var handhelds = Enumerable.Range(0, 8).Select(number => (Scans: rig.NewScans(), Source: new ScanSource(null, $"tsd-{number}")));

        var taken = await Task.WhenAll(handhelds.Select(handheld => Task.Run(() => ScanAllAsync(handheld.Scans, handheld.Source))));

        taken.Sum().Should().Be(200);
        (await rig.Records.ListAsync(new RecordQuery(RecordKinds.Scan), default)).Should().HaveCount(200);
    }

    [TestMethod]
    public async Task Box_pallet_and_bottles_scanned_at_once_take_each_mark_once()
    {
        string[] codes = [MadeMarks.Box, MadeMarks.Pallet, "03000012345610125000000018", MadeMarks.Numbered(7), MadeMarks.Numbered(150), MadeMarks.Pallet];

        var results = await Task.WhenAll(codes.Select(code => Task.Run(() => rig.NewScans().AcceptAsync(ScanRig.Document, code, ScanRig.Anna, default).AsTask())));

        results.Sum(result => result.Changed).Should().Be(200);
    }

    [TestMethod]
    public async Task Box_whose_mark_somebody_takes_between_look_and_write_takes_the_rest()
    {
        var scans = new WaybillScans(new InterruptedRecords(rig.Records, () => rig.ScanAsync(MadeMarks.Numbered(3), ScanRig.Boris)), rig.Cards, rig.Time);

        var result = await scans.AcceptAsync(ScanRig.Document, MadeMarks.Box, ScanRig.Anna, default);

        result.Should().Match<ScanResult>(scan => scan.Changed == 99 && scan.Match.Left == 99);
        (await rig.Scans.FindAsync(ScanRig.Document, MadeMarks.Numbered(3), default)).Earlier!.User.Should().Be("boris");
    }

    private static async Task<int> ScanAllAsync(WaybillScans scans, ScanSource source)
    {
        var taken = 0;
        foreach (var number in Enumerable.Range(1, 200)) taken += (await scans.AcceptAsync(ScanRig.Document, MadeMarks.Numbered(number), source, default)).Changed;
        return taken;
    }

    /// <summary>Records before whose first write something happens.</summary>
    private sealed class InterruptedRecords(IConnectorRecords records, Func<Task> interruption) : IConnectorRecords
    {
        private int writes;

        public ValueTask<StoredRecord?> GetAsync(string kind, string key, CancellationToken cancellationToken) => records.GetAsync(kind, key, cancellationToken);

        public ValueTask<IReadOnlyList<StoredRecord>> ListAsync(RecordQuery query, CancellationToken cancellationToken) => records.ListAsync(query, cancellationToken);

        public async ValueTask WriteAsync(IReadOnlyList<RecordChange> changes, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref writes) == 1) await interruption();
            await records.WriteAsync(changes, cancellationToken);
        }

        public ValueTask<IRecordLease?> TryLeaseAsync(string name, TimeSpan time, CancellationToken cancellationToken) => records.TryLeaseAsync(name, time, cancellationToken);
    }
}
