using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.ChestnyZnak;

/// <summary>The commands of the permissive mode (разрешительный режим).</summary>
internal sealed class PermissiveMethods(PermissiveRules rules, ProductGroups groups, SaleChain chain, SaleJournal journal, PermissiveRefresh refresh, TimeProvider time) : Connector
{
    private const string Limit = "00:05:00";
    private const int MostEntries = 10_000;
    private readonly SaleReader reader = new(groups);

    [ConnectorMethod("CheckForSale", Aliases = ["ПроверитьПередПродажей"], Safety = MethodSafety.Safe, Description = "Tells within a second and a half whether codes may be sold: Sell, DoNotSell or Ask, with reason, texts and the receipt's attributes.")]
    public async Task<ConnectorRecord> CheckForSaleAsync(
        [ConnectorParameter("codes", Aliases = ["code", "Коды"])] object codes, InvokeArgs args, CancellationToken cancellationToken,
        [ConnectorParameter("price", Aliases = ["Цена"], Description = "In roubles, for every code that names none.")] decimal? price = null,
        [ConnectorParameter("operation", Aliases = ["Операция"], Description = "Sale or Return.")] string? operation = null,
        [ConnectorParameter("store", Aliases = ["Магазин"])] string? store = null,
        [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null,
        [ConnectorParameter("fiscalDrive", Aliases = ["fiscalDriveNumber", "ФН"])] string? fiscalDrive = null,
        [ConnectorParameter("group", Aliases = ["pg", "ТоварнаяГруппа"], Description = "The product group, by alias or number, of every code that names none.")] string? group = null)
    {
        var place = rules.Find(store, organisation);
        var call = new SaleCall(place, reader.Read(codes, price, group ?? OnlyGroupOf(place)), SaleReader.Operation(operation))
        {
            FiscalDrive = string.IsNullOrWhiteSpace(fiscalDrive) ? place.FiscalDrive : fiscalDrive.Trim(),
            Budget = args.Deadline is { } deadline && deadline < rules.Budget ? deadline : rules.Budget,
            User = CallRun.UserOf(args),
        };
        var result = await chain.RunAsync(call, cancellationToken).ConfigureAwait(false);
        await journal.KeepAsync(result, cancellationToken).ConfigureAwait(false);
        return SaleRecords.Of(result);
    }

    [ConnectorMethod("FillPermissiveSettings", Aliases = ["ЗапуститьЗаполнениеНастроекРазрешительногоРежима", "FillPermissionSettings", "RefreshPermissiveSettings"], TimeLimit = Limit, Description = "Fetches the key, the list of hosts and their health, and asks local modules and services how they are.")]
    public async Task<ConnectorRecord> FillPermissiveSettingsAsync(CancellationToken cancellationToken, [ConnectorParameter("owner", Aliases = ["УникальныйИдентификатор"])] string? owner = null)
    {
        _ = owner;
        return Report(await refresh.FillAsync(cancellationToken).ConfigureAwait(false));
    }

    [ConnectorMethod("RefreshCdn", TimeLimit = Limit, Description = "For a job: renews keys that end soon, and the list of hosts when it is six to seven hours old. Cheap when nothing is due.")]
    public async Task<ConnectorRecord> RefreshCdnAsync(CancellationToken cancellationToken) => Report(await refresh.RefreshDueAsync(cancellationToken).ConfigureAwait(false));

    [ConnectorMethod("GetSaleJournal", Aliases = ["ЖурналПродажБезПроверки"], Safety = MethodSafety.Safe, Description = "Lists what was decided without a check, the oldest first; the last day unless told.")]
    public async Task<IReadOnlyList<ConnectorRecord>> GetSaleJournalAsync(
        CancellationToken cancellationToken, [ConnectorParameter("from", Aliases = ["С"])] DateTimeOffset? from = null, [ConnectorParameter("to", Aliases = ["По"])] DateTimeOffset? to = null,
        [ConnectorParameter("store", Aliases = ["Магазин"])] string? store = null, [ConnectorParameter("limit", Aliases = ["Количество"])] int? limit = null)
    {
        var end = to ?? time.GetUtcNow().AddSeconds(1);
        return await journal.ListAsync(string.IsNullOrWhiteSpace(store) ? null : rules.Find(store, null).Id, from ?? end.AddDays(-1), end, Math.Clamp(limit ?? 1000, 1, MostEntries), cancellationToken).ConfigureAwait(false);
    }

    private static string? OnlyGroupOf(SaleStore store) => store.Organisation.ProductGroups is [var only] ? only : null;

    // A job must not be green while nothing works; where a part works, the rest is a warning.
    private static ConnectorRecord Report(IReadOnlyList<PermissiveLine> lines)
    {
        var failed = lines.Where(line => line.Error is not null).ToList();
        if (failed.Count > 0 && failed.Count == lines.Count) throw new ConnectorException(failed[0].Error! with { Offenders = [.. failed.Select(line => $"{line.Subject}: {line.Text}")] });
        return new ConnectorRecord
        {
            { "hasErrors", failed.Count > 0 },
            { "text", string.Join("\n", lines.Select(line => $"{line.Subject}: {line.TextRu}")) },
            { "textEn", string.Join("\n", lines.Select(line => $"{line.Subject}: {line.Text}")) },
            { "warnings", failed.Select(line => $"{line.Subject}: {line.TextRu}").ToList<object?>() },
        };
    }
}
