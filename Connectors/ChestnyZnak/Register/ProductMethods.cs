using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>What the register says of products, participants and stocks.</summary>
internal sealed class ProductMethods(ZnakParts parts, RegisterCall register) : Connector
{
    private const int Batch = 1000;
    private const int Participants = 100;
    private static readonly TimeSpan OperationsWindow = TimeSpan.FromDays(92);

    [ConnectorMethod("GetProducts", Aliases = ["ПолучитьТовары"], Safety = MethodSafety.Safe, TimeLimit = "00:02:00", Description = "Product cards by GTIN; cards that are not ready for circulation are absent.")]
    public async Task<ConnectorTable> GetProductsAsync([ConnectorParameter("gtins", Aliases = ["gtin", "КодыТоваров"])] object gtins, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null, [ConnectorParameter("withPermits")] bool withPermits = false)
    {
        var rows = new List<JToken>();
        foreach (var batch in Gtins(gtins).Chunk(Batch))
        {
            var body = new JObject { ["gtins"] = new JArray(batch) };
            if (withPermits) body["rdInfo"] = true;
            rows.AddRange((await register.AskAsync(RegisterCall.Post(parts.Plan.Find(organisation), RegisterCall.V4 + "product/info", body, Patience(args)), cancellationToken).ConfigureAwait(false)).Items("results"));
        }

        return RegisterCall.Table(rows);
    }

    [ConnectorMethod("OwnProducts", Aliases = ["СобственныеТовары"], Safety = MethodSafety.Safe, TimeLimit = "00:02:00", Description = "The GTINs of an organisation in a product group, one page.")]
    public async Task<ConnectorRecord> OwnProductsAsync(
        [ConnectorParameter("productGroup", Aliases = ["pg", "ВидПродукции"])] string productGroup, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null,
        [ConnectorParameter("page")] int page = 0, [ConnectorParameter("limit")] int limit = 10_000, [ConnectorParameter("includeSubaccount")] bool includeSubaccount = false)
    {
        var path = RegisterCall.Query(RegisterCall.V4 + "product/gtin", ("pg", parts.Plan.Groups.AliasOf(productGroup)), ("limit", Text(Math.Clamp(limit, 1, 10_000))), ("page", Text(page)), ("includeSubaccount", includeSubaccount ? "true" : "false"));
        return RegisterCall.Record(await register.AskAsync(RegisterCall.Get(parts.Plan.Find(organisation), path, Patience(args)), cancellationToken).ConfigureAwait(false));
    }

    [ConnectorMethod("GetParticipants", Aliases = ["ПолучитьУчастников", "Participants"], Safety = MethodSafety.Safe, Description = "Whether organisations are registered, and in which product groups.")]
    public async Task<ConnectorTable> GetParticipantsAsync([ConnectorParameter("inns", Aliases = ["ИНН"])] object inns, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["Организация"])] string? organisation = null)
    {
        var asked = RecordFields.Texts(inns);
        var wrong = asked.Where(inn => !TaxNumber.IsValid(inn)).Select(inn => $"inns: '{inn}' is not a taxpayer number").ToList();
        if (asked.Count == 0) wrong.Add("inns: missing");
        if (wrong.Count > 0) throw ArgumentErrors.Invalid("GetParticipants", wrong, ["inns", "organisation"]);
        var rows = new List<JToken>();
        foreach (var batch in asked.Chunk(Participants))
        {
            var answer = await register.AskAsync(RegisterCall.Get(parts.Plan.Find(organisation), RegisterCall.Query(RegisterCall.V3 + "participants", ("inns", string.Join(',', batch))), Patience(args)), cancellationToken).ConfigureAwait(false);
            rows.AddRange(answer is JArray list ? list : answer.Items("results"));
        }

        return RegisterCall.Table(rows);
    }

    [ConnectorMethod("WarehouseBalance", Aliases = ["ОстаткиПоКоличеству"], Safety = MethodSafety.Safe, TimeLimit = "00:02:00", Description = "Stocks of quantity accounting (ОСУ) by GTIN.")]
    public async Task<ConnectorTable> WarehouseBalanceAsync([ConnectorParameter("gtins", Aliases = ["gtin", "КодыТоваров"])] object gtins, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null)
    {
        var rows = new List<JToken>();
        foreach (var batch in Gtins(gtins).Chunk(Batch))
        {
            var body = new JObject { ["gtins"] = new JArray(batch), ["pagination"] = new JObject { ["page"] = 0, ["perPage"] = Batch } };
            rows.AddRange((await register.AskAsync(RegisterCall.Post(parts.Plan.Find(organisation), RegisterCall.V3 + "warehouse/balance", body, Patience(args)), cancellationToken).ConfigureAwait(false)).Items("balances"));
        }

        return RegisterCall.Table(rows);
    }

    [ConnectorMethod("WarehouseOperations", Aliases = ["ДвиженияПоКоличеству"], Safety = MethodSafety.Safe, TimeLimit = "00:02:00", Description = "Movements of quantity accounting (ОСУ) within at most 92 days.")]
    public async Task<ConnectorRecord> WarehouseOperationsAsync([ConnectorParameter("filter", Aliases = ["Отбор"])] ConnectorRecord filter, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null)
    {
        var (from, to) = (Moment(filter.Text("dateFrom", "from")), Moment(filter.Text("dateTo", "to")));
        if (to - from > OperationsWindow) throw ArgumentErrors.Invalid("WarehouseOperations", ["filter: the period is longer than 92 days"], ["filter", "organisation"]);
        var body = Connectors.Transport.JsonValues.ToJson(DocumentBytes.Dated(filter));
        return RegisterCall.Record(await register.AskAsync(RegisterCall.Post(parts.Plan.Find(organisation), RegisterCall.V3 + "warehouse/operations", body, Patience(args)), cancellationToken).ConfigureAwait(false));
    }

    [ConnectorMethod("MoneyBalance", Aliases = ["БалансЛицевыхСчетов"], Safety = MethodSafety.Safe, Description = "The money on an organisation's accounts, by product group.")]
    public async Task<ConnectorTable> MoneyBalanceAsync(InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null)
    {
        var answer = await register.AskAsync(RegisterCall.Get(parts.Plan.Find(organisation), RegisterCall.V3 + "elk/product-groups/balance/all", Patience(args)), cancellationToken).ConfigureAwait(false);
        return RegisterCall.Table(answer is JArray list ? list : answer.Items("balances"));
    }

    // Shorter barcodes are the same number with zeros before it.
    private static List<string> Gtins(object? gtins)
    {
        var given = RecordFields.Texts(gtins).Select(gtin => gtin.Trim().PadLeft(14, '0')).Distinct(StringComparer.Ordinal).ToList();
        var wrong = given.Where(gtin => gtin.Length != 14 || !gtin.All(char.IsAsciiDigit)).Select(gtin => $"gtins: '{gtin}' is not 14 digits").ToList();
        if (given.Count == 0) wrong.Add("gtins: missing");
        return wrong.Count == 0 ? given : throw ArgumentErrors.Invalid("GetProducts", wrong, ["gtins", "organisation"]);
    }

    private static DateTimeOffset? Moment(string? text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static TimeSpan Patience(InvokeArgs args) => args.Deadline ?? TimeSpan.Zero;
}
