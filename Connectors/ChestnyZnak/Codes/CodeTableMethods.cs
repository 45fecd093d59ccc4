using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>The table of marking codes for handhelds and jobs: look-up, printing, application, cleaning.</summary>
internal sealed class CodeTableMethods(ZnakParts parts) : Connector
{
    private const int Portion = 1000;
    private readonly CodePrinting printing = new(parts.Codes, parts.Records, parts.Time);
    private readonly TailCleaning cleaning = new(parts.Codes, parts.Records, parts.Plan.Suz.Budget, parts.Time, parts.Logger);

    [ConnectorMethod("FindCode", Aliases = ["НайтиКод"], Safety = MethodSafety.Safe, Description = "A code of the table, by what was scanned; found=false when it is not there.")]
    public async Task<ConnectorRecord> FindCodeAsync([ConnectorParameter("code", Aliases = ["Код"])] string code, CancellationToken cancellationToken)
    {
        var row = await parts.Codes.FindAsync(code, cancellationToken).ConfigureAwait(false);
        var read = MarkingCode.TryParse(code, out var parsed) ? parsed : null;
        if (row is null && read?.Cis is { } cis) row = await parts.Codes.FindAsync(cis, cancellationToken).ConfigureAwait(false);
        return row is null ? FoundCode.Missing(read is not null) : FoundCode.Of(row);
    }

    [ConnectorMethod("CountCodes", Aliases = ["КоличествоКодов"], Safety = MethodSafety.Safe, Description = "How many codes of an order, a product or both there are, by state.")]
    public async Task<ConnectorRecord> CountCodesAsync(CancellationToken cancellationToken, [ConnectorParameter("orderId", Aliases = ["order", "Заказ"])] string? orderId = null, string? gtin = null)
    {
        var result = new ConnectorRecord();
        var total = 0L;
        foreach (var state in Enum.GetValues<MarkingCodeState>())
        {
            var count = await parts.Codes.CountAsync(new MarkingCodeQuery { OrderId = OrderOf(orderId), Gtin = Given(gtin), State = state }, cancellationToken).ConfigureAwait(false);
            result[state.ToString()] = count;
            total += count;
        }

        result["total"] = total;
        return result;
    }

    [ConnectorMethod("TakeCodesForPrint", Aliases = ["ВзятьКодыНаПечать"], Description = "Gives codes that are not printed yet, each once, and marks them printed. The same takeId gives the same codes again.")]
    public Task<ConnectorRecord> TakeCodesForPrintAsync(string gtin, int count, CancellationToken cancellationToken, [ConnectorParameter("orderId", Aliases = ["order", "Заказ"])] string? orderId = null, string? takeId = null)
    {
        if (count is < 1 or > CodePrinting.Most) throw ArgumentErrors.Invalid("TakeCodesForPrint", [$"count: is not a number from 1 to {CodePrinting.Most}"], ["gtin", "count", "orderId", "takeId"]);
        var id = Given(takeId) ?? Guid.CreateVersion7(parts.Time.GetUtcNow()).ToString();
        if (id.Length > 200) throw ArgumentErrors.Invalid("TakeCodesForPrint", ["takeId: is longer than 200 characters"], ["gtin", "count", "orderId", "takeId"]);
        return printing.TakeAsync(OrderOf(orderId), gtin.Trim(), count, id, cancellationToken);
    }

    [ConnectorMethod("MarkUtilised", Aliases = ["ОтметитьНанесенными"], Description = "Marks codes of the table as applied; for goods whose application was reported elsewhere.")]
    public async Task<ConnectorRecord> MarkUtilisedAsync([ConnectorParameter("codes", Aliases = ["Коды"])] object codes, CancellationToken cancellationToken)
    {
        var texts = RecordFields.Texts(codes).Select(CisText.Of).Distinct(StringComparer.Ordinal).ToList();
        if (texts.Count == 0) throw ArgumentErrors.Invalid("MarkUtilised", ["codes: missing"], ["codes"]);
        var found = 0L;
        foreach (var portion in texts.Chunk(Portion)) found += await parts.Codes.SetStateAsync(portion, MarkingCodeState.Utilised, cancellationToken).ConfigureAwait(false);
        return new ConnectorRecord { ["asked"] = (long)texts.Count, ["found"] = found };
    }

    [ConnectorMethod("CleanCryptoTails", Aliases = ["ОчиститьКриптоХвосты"], TimeLimit = "00:10:00", Description = "Takes the check part off codes that need it no more; the job calls it.")]
    public Task<ConnectorRecord> CleanCryptoTailsAsync(ICallFeedback feedback, CancellationToken cancellationToken) => cleaning.RunAsync(feedback, cancellationToken);

    private static string? OrderOf(string? orderId) => Given(orderId) is { } given ? SuzIds.Of(given) : null;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
