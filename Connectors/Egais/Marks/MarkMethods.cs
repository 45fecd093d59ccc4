using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Egais;

/// <summary>Marks for handhelds: what a scan is, the acceptance of a waybill by marks and boxes, the check of marks.</summary>
internal sealed class MarkMethods(WaybillScans scans, MarkChecks checks) : Connector
{
    private const string Marks = "EgaisMarks";

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "A connector's methods belong to its instance.")]
    [ConnectorMethod("Parse", Class = Marks, Aliases = ["РазобратьКод", "Разобрать"], Safety = MethodSafety.Safe, Description = "Tells what a scanned text is: an excise mark, a box, beer or a barcode, with its parts; errorCode tells why it is none.")]
    public Task<ConnectorRecord> ParseAsync(
        [ConnectorParameter("text", Aliases = ["code", "Код", "Марка"])] string text,
        [ConnectorParameter("symbology", Aliases = ["Символика"], Description = "DataMatrix or PDF417, where the scanner tells it.")] string? symbology = null) =>
        Task.FromResult(ParsedRecords.Of(MarkText.Parse(text, MarkArguments.Symbology(symbology))));

    [ConnectorMethod("FindInWaybill", Class = Marks, Aliases = ["НайтиВНакладной"], Safety = MethodSafety.Safe, Description = "Looks a mark or a box up in a waybill, and whether it was scanned; takes nothing.")]
    public async Task<ConnectorRecord> FindInWaybillAsync(
        [ConnectorParameter("document", Aliases = ["documentId", "Документ", "Ссылка"])] string document, [ConnectorParameter("code", Aliases = ["Код", "Марка"])] string code, CancellationToken cancellationToken) =>
        ScanRecords.Of(await scans.FindAsync(document, code, cancellationToken).ConfigureAwait(false));

    [ConnectorMethod("Scan", Class = Marks, Aliases = ["Сканировать", "ПринятьМарку"], Description = "Takes a mark of a waybill, or all marks of a box and of the boxes in it; each mark once, whoever scans.")]
    public async Task<ConnectorRecord> ScanAsync(
        [ConnectorParameter("document", Aliases = ["documentId", "Документ", "Ссылка"])] string document, [ConnectorParameter("code", Aliases = ["Код", "Марка"])] string code, InvokeArgs args, CancellationToken cancellationToken)
    {
        var result = await scans.AcceptAsync(document, code, new ScanSource(args.Caller.UserId, args.Caller.DeviceId), cancellationToken).ConfigureAwait(false);
        return ScanRecords.Taken(result);
    }

    [ConnectorMethod("Undo", Class = Marks, Aliases = ["ОтменитьСкан", "ОтменитьСканирование"], Description = "Gives a scanned mark back, or every scanned mark of a box.")]
    public async Task<ConnectorRecord> UndoAsync(
        [ConnectorParameter("document", Aliases = ["documentId", "Документ", "Ссылка"])] string document, [ConnectorParameter("code", Aliases = ["Код", "Марка"])] string code, CancellationToken cancellationToken) =>
        ScanRecords.Undone(await scans.UndoAsync(document, code, cancellationToken).ConfigureAwait(false));

    [ConnectorMethod("Progress", Class = Marks, Aliases = ["ХодПриемки", "ХодПриёмки"], Safety = MethodSafety.Safe, Description = "How many marks of a waybill are scanned, in all and by position.")]
    public async Task<ConnectorRecord> ProgressAsync([ConnectorParameter("document", Aliases = ["documentId", "Документ", "Ссылка"])] string document, CancellationToken cancellationToken) =>
        ProgressRecords.Of(await scans.ProgressAsync(document, cancellationToken).ConfigureAwait(false));

    [ConnectorMethod("Differences", Class = Marks, Aliases = ["Расхождения", "ПолучитьРасхождения"], Safety = MethodSafety.Safe, Description = "The differences of a waybill by what was not scanned, as PrepareForTransfer takes them, and the next action that fits.")]
    public async Task<ConnectorRecord> DifferencesAsync(
        [ConnectorParameter("document", Aliases = ["documentId", "Документ", "Ссылка"])] string document, CancellationToken cancellationToken,
        [ConnectorParameter("counted", Aliases = ["quantities", "Количества"], Description = "What was counted of positions without marks: a record of position identity to quantity.")] ConnectorRecord? counted = null) =>
        DifferenceRecords.Of(await scans.DifferencesAsync(document, MarkArguments.Counted(counted), cancellationToken).ConfigureAwait(false));

    [ConnectorMethod("Check", Class = Marks, Aliases = ["ПроверитьМарки", "Проверить"], Safety = MethodSafety.Safe, TimeLimit = "00:01:00", Description = "Asks the registry whether marks are on the organisation's balance: OnMyBalance, NotOnMyBalance or Unknown.")]
    public async Task<ConnectorRecord> CheckAsync(
        [ConnectorParameter("codes", Aliases = ["code", "Марки", "Коды"])] object codes, CancellationToken cancellationToken, [ConnectorParameter("fsrarId", Aliases = ["organisation", "Организация"])] string? fsrarId = null)
    {
        var read = MarkArguments.Marks(codes);
        var verdicts = await checks.CheckAsync(fsrarId, [.. read.Where(mark => mark.IsMark).Select(mark => mark.Value)], cancellationToken).ConfigureAwait(false);
        return CheckRecords.Of(verdicts, [.. read.Where(mark => !mark.IsMark)]);
    }
}
