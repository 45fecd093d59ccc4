using Cleverence.Connectivity;
using Connectors.Egais;
using TestKit;
using TestKit.Exchange;

namespace Unit.Tests.Egais.Marks;

/// <summary>Waybills to be scanned, over records in memory.</summary>
internal sealed class ScanRig
{
    public const string Document = "waybill-1";
    public static readonly ScanSource Anna = new("anna", "tsd-1");
    public static readonly ScanSource Boris = new("boris", "tsd-2");

    public ScanRig(IConnectorRecords? records = null)
    {
        Records = records ?? new MemoryConnectorRecords(Time);
        Cards = new DocumentCards(Records);
        Scans = NewScans();
    }

    public ManualTimeProvider Time { get; } = new();

    public IConnectorRecords Records { get; }

    public DocumentCards Cards { get; }

    public WaybillScans Scans { get; }

    /// <summary>Two boxes of five marks on a pallet, then a bottle that lies loose, then goods without marks.</summary>
    public static Waybill Usual => MadeMarks.Waybill(
        MadeMarks.Position("1", 10, new MarkBox(MadeMarks.Box, Marks(1, 5)), new MarkBox("03000012345610125000000018", Marks(6, 5)))
            with { Trees = [new BoxTree(MadeMarks.Pallet, [new BoxTree(MadeMarks.Box, []), new BoxTree("03000012345610125000000018", [])])] },
        MadeMarks.Position("2", 1, new MarkBox(null, Marks(11, 1))),
        MadeMarks.Position("3", 20));

    /// <summary>Another server on the same store.</summary>
    public WaybillScans NewScans(ScanRules? rules = null) => new(Records, Cards, Time, rules);

    public async Task SaveAsync(Waybill? waybill = null, EgaisDocumentKind kind = EgaisDocumentKind.IncomingWaybill, string document = Document)
    {
        var version = (await Cards.FindAsync(document, default))?.Version ?? 0;
        await Records.WriteAsync([DocumentCards.Change(new EgaisDocument(document, kind, "030000123456") { Payload = WaybillRecords.Of(waybill ?? Usual), Version = version })], default);
    }

    public async Task<MarkOutcome> ScanAsync(string code, ScanSource? source = null) => (await Scans.AcceptAsync(Document, code, source ?? Anna, default)).Match.Outcome;

    private static string[] Marks(int from, int count) => [.. Enumerable.Range(from, count).Select(MadeMarks.Numbered)];
}
