using Cleverence.Connectivity;
using Connectors.Egais;

namespace Unit.Tests.Egais.Marks;

[TestClass]
public class WaybillScansTests
{
    private readonly ScanRig rig = new();

    [TestInitialize]
    public Task Save() => rig.SaveAsync();

    [TestMethod]
    public async Task Mark_is_taken_once()
    {
        (await rig.ScanAsync(MadeMarks.Numbered(1))).Should().Be(MarkOutcome.FoundInBox);
        (await rig.ScanAsync(MadeMarks.Numbered(1), ScanRig.Boris)).Should().Be(MarkOutcome.AlreadyScanned);
    }

    [TestMethod]
    public async Task Second_scan_tells_who_was_first()
    {
        await rig.ScanAsync(MadeMarks.Numbered(11));

        var second = await rig.Scans.AcceptAsync(ScanRig.Document, MadeMarks.Numbered(11), ScanRig.Boris, default);

        second.Should().BeEquivalentTo(new { Changed = 0, Earlier = new { User = "anna", Device = "tsd-1", Box = (string?)null, At = rig.Time.GetUtcNow() } });
    }

    [TestMethod]
    public async Task Scan_of_a_waybill_that_waits_is_kept_whatever_its_age()
    {
        await rig.ScanAsync(MadeMarks.Numbered(11));
        rig.Time.Advance(TimeSpan.FromDays(91));

        (await rig.Scans.ProgressAsync(ScanRig.Document, default)).Scanned.Should().Be(1);
        (await rig.ScanAsync(MadeMarks.Numbered(11), ScanRig.Boris)).Should().Be(MarkOutcome.AlreadyScanned);
    }

    [TestMethod]
    public async Task Look_takes_nothing()
    {
        await rig.Scans.FindAsync(ScanRig.Document, MadeMarks.Numbered(11), default);

        (await rig.Scans.FindAsync(ScanRig.Document, MadeMarks.Numbered(11), default)).Match.Outcome.Should().Be(MarkOutcome.Found);
        (await rig.Scans.ProgressAsync(ScanRig.Document, default)).Scanned.Should().Be(0);
    }

    [TestMethod]
    public async Task Look_tells_what_is_taken()
    {
        await rig.ScanAsync(MadeMarks.Numbered(11));

        var found = await rig.Scans.FindAsync(ScanRig.Document, MadeMarks.Numbered(11), default);

        found.Match.Outcome.Should().Be(MarkOutcome.AlreadyScanned);
        found.Earlier!.Device.Should().Be("tsd-1");
    }

    [TestMethod]
    public async Task Box_takes_its_marks()
    {
        var result = await rig.Scans.AcceptAsync(ScanRig.Document, MadeMarks.Box, ScanRig.Anna, default);

        result.Should().Match<ScanResult>(scan => scan.Changed == 5 && scan.Match.Outcome == MarkOutcome.Found);
        (await rig.Scans.FindAsync(ScanRig.Document, MadeMarks.Numbered(5), default)).Earlier!.Box.Should().Be(MadeMarks.Box);
    }

    [TestMethod]
    public async Task Pallet_takes_what_is_left_of_its_boxes()
    {
        await rig.ScanAsync(MadeMarks.Numbered(2));

        var result = await rig.Scans.AcceptAsync(ScanRig.Document, MadeMarks.Pallet, ScanRig.Boris, default);

        result.Should().Match<ScanResult>(scan => scan.Changed == 9 && scan.Match.Left == 9);
        (await rig.ScanAsync(MadeMarks.Box)).Should().Be(MarkOutcome.AlreadyScanned);
    }

    [TestMethod]
    public async Task Code_that_is_not_in_the_waybill_takes_nothing()
    {
        (await rig.ScanAsync(MadeMarks.Numbered(99))).Should().Be(MarkOutcome.NotInDocument);
        (await rig.Records.ListAsync(new RecordQuery(RecordKinds.Scan), default)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task Scans_outlive_the_server()
    {
        await rig.ScanAsync(MadeMarks.Box);

        var other = rig.NewScans();

        (await other.ProgressAsync(ScanRig.Document, default)).Scanned.Should().Be(5);
        (await other.FindAsync(ScanRig.Document, MadeMarks.Box, default)).Match.Outcome.Should().Be(MarkOutcome.AlreadyScanned);
    }

    [TestMethod]
    public async Task Scans_of_one_waybill_are_not_those_of_another()
    {
        await rig.SaveAsync(document: "waybill-2");
        await rig.ScanAsync(MadeMarks.Box);

        (await rig.Scans.ProgressAsync("waybill-2", default)).Scanned.Should().Be(0);
    }

    [TestMethod]
    public async Task Undone_mark_can_be_taken_again()
    {
        await rig.ScanAsync(MadeMarks.Numbered(1));

        (await rig.Scans.UndoAsync(ScanRig.Document, MadeMarks.Numbered(1), default)).Changed.Should().Be(1);

        (await rig.ScanAsync(MadeMarks.Numbered(1), ScanRig.Boris)).Should().Be(MarkOutcome.FoundInBox);
    }

    [TestMethod]
    public async Task Undo_of_a_box_gives_back_all_that_was_taken_of_it()
    {
        await rig.ScanAsync(MadeMarks.Pallet);

        (await rig.Scans.UndoAsync(ScanRig.Document, MadeMarks.Box, default)).Changed.Should().Be(5);

        (await rig.Scans.ProgressAsync(ScanRig.Document, default)).Scanned.Should().Be(5);
    }

    [TestMethod]
    public async Task Undo_of_what_was_not_scanned_changes_nothing() => (await rig.Scans.UndoAsync(ScanRig.Document, MadeMarks.Numbered(1), default)).Changed.Should().Be(0);

    [TestMethod]
    public async Task Progress_counts_by_position()
    {
        await rig.ScanAsync(MadeMarks.Box);

        var progress = await rig.Scans.ProgressAsync(ScanRig.Document, default);

        progress.Positions.Should().BeEquivalentTo([new { Total = 10, Scanned = 5, HasMarks = true }, new { Total = 1, Scanned = 0, HasMarks = true }, new { Total = 0, Scanned = 0, HasMarks = false }], options => options.WithStrictOrdering());
        progress.Should().Match<WaybillProgress>(all => all.Total == 11 && all.Scanned == 5);
    }

    [TestMethod]
    public async Task Waybill_of_more_marks_than_a_page_is_counted_whole()
    {
        await rig.SaveAsync(MadeMarks.Waybill(MadeMarks.Position("1", 2500, new MarkBox(MadeMarks.Box, [.. Enumerable.Range(1, 2500).Select(MadeMarks.Numbered)]))));

        (await rig.Scans.AcceptAsync(ScanRig.Document, MadeMarks.Box, ScanRig.Anna, default)).Changed.Should().Be(2500);

        (await rig.Scans.ProgressAsync(ScanRig.Document, default)).Scanned.Should().Be(2500);
        (await rig.ScanAsync(MadeMarks.Box)).Should().Be(MarkOutcome.AlreadyScanned);
    }

    [TestMethod]
    public async Task Replaced_waybill_is_noticed()
    {
        await rig.ScanAsync(MadeMarks.Numbered(11));
        await rig.SaveAsync(MadeMarks.Waybill(MadeMarks.Position("1", 1, new MarkBox(null, [MadeMarks.Numbered(50)]))));

        rig.Time.Advance(TimeSpan.FromSeconds(2));

        (await rig.ScanAsync(MadeMarks.Numbered(50))).Should().Be(MarkOutcome.Found);
        (await rig.Scans.ProgressAsync(ScanRig.Document, default)).Should().Match<WaybillProgress>(progress => progress.Total == 1 && progress.Scanned == 1);
    }

    [TestMethod]
    public async Task Waybill_that_made_room_is_read_again()
    {
        var scans = rig.NewScans(new ScanRules { WaybillsAtHand = 1 });
        await rig.SaveAsync(document: "waybill-2");

        await scans.AcceptAsync(ScanRig.Document, MadeMarks.Numbered(1), ScanRig.Anna, default);
        await scans.AcceptAsync("waybill-2", MadeMarks.Numbered(1), ScanRig.Anna, default);

        (await scans.AcceptAsync(ScanRig.Document, MadeMarks.Numbered(1), ScanRig.Anna, default)).Match.Outcome.Should().Be(MarkOutcome.AlreadyScanned);
    }

    [TestMethod]
    public async Task Document_that_is_no_waybill_is_refused()
    {
        await rig.SaveAsync(kind: EgaisDocumentKind.WriteOff, document: "act-1");

        var act = () => rig.Scans.FindAsync("act-1", MadeMarks.Numbered(1), default).AsTask();

        (await act.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be("PARAMETER_NOT_ALLOWED");
    }

    [TestMethod]
    public async Task Unknown_document_is_refused()
    {
        var act = () => rig.Scans.AcceptAsync("nobody", MadeMarks.Numbered(1), ScanRig.Anna, default).AsTask();

        (await act.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be("DOCUMENT_NOT_FOUND");
    }
}
