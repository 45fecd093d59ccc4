using Cleverence.Connectivity;
using Connectors.Egais;
using Server.Storage;

namespace Benchmarks.Egais;

/// <summary>The acceptance by marks on the server's store, in a home of its own that is gone after the measuring.</summary>
internal sealed class MarkMatchingStore : IDisposable
{
    private static readonly ScanSource Handheld = new("bench", "tsd");
    private readonly string home = Directory.CreateTempSubdirectory("connectors-bench-").FullName;
    private readonly SqlDatabase database;
    private readonly IConnectorRecords records;
    private readonly WaybillScans scans;
    private readonly Waybill waybill;

    public MarkMatchingStore(Waybill waybill)
    {
        this.waybill = waybill;
        var options = new StorageOptions { HomeFolder = home };
        database = SqlDatabase.Open(options, TimeProvider.System);
        records = new SqlConnectorRecords(database, options, TimeProvider.System).Of("egais");
        scans = new WaybillScans(records, new DocumentCards(records), TimeProvider.System);
    }

    public async Task<string> NewWaybillAsync()
    {
        var document = Guid.CreateVersion7().ToString();
        await records.WriteAsync([DocumentCards.Change(new EgaisDocument(document, EgaisDocumentKind.IncomingWaybill, "030000123456") { Payload = WaybillRecords.Of(waybill) })], default);
        return document;
    }

    public async Task<bool> TakeAsync(string document, string code) => (await scans.AcceptAsync(document, code, Handheld, default)).Changed == 1;

    public async Task<int> CountAsync(string document) => (await scans.ProgressAsync(document, default)).Scanned;

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(home, recursive: true);
    }
}
