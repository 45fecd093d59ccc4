using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;
using Cleverence.Warehouse;
using Connectors.Transport;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>What the register says of codes.</summary>
internal sealed class CodeMethods(ZnakParts parts, RegisterCall register, Aggregates aggregates) : Connector
{
    private const int Batch = 1000;
    private readonly CodesInfo info = new(register);

    [ConnectorMethod("GetCodesInfo", Aliases = ["ПолучитьСведенияОКодах"], Safety = MethodSafety.Safe, TimeLimit = "00:02:00", Description = "Status, owner, product and everything else the register says of codes.")]
    public Task<ConnectorTable> GetCodesInfoAsync(
        [ConnectorParameter("codes", Aliases = ["code", "Коды"])] object codes, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null, [ConnectorParameter("productGroup", Aliases = ["pg", "ВидПродукции"])] string? productGroup = null) =>
        info.ReadAsync(parts.Plan.Find(organisation), AskedCodes.Read(codes), GroupOf(productGroup), false, Patience(args), cancellationToken).AsTask();

    [ConnectorMethod("GetShortCodesInfo", Aliases = ["ПолучитьКраткиеСведенияОКодах"], Safety = MethodSafety.Safe, TimeLimit = "00:02:00", Description = "What the register says of anybody's codes in public.")]
    public Task<ConnectorTable> GetShortCodesInfoAsync([ConnectorParameter("codes", Aliases = ["code", "Коды"])] object codes, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null) =>
        info.ReadAsync(parts.Plan.Find(organisation), AskedCodes.Read(codes), null, true, Patience(args), cancellationToken).AsTask();

    [ConnectorMethod("SearchCodes", Aliases = ["НайтиКоды"], Safety = MethodSafety.Safe, TimeLimit = "00:02:00", Description = "Codes by a filter, page by page; at most 10 000 can be reached, then narrow the period.")]
    public async Task<ConnectorRecord> SearchCodesAsync(
        [ConnectorParameter("filter", Aliases = ["Отбор"])] ConnectorRecord filter, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null,
        [ConnectorParameter("limit")] int limit = 1000, [ConnectorParameter("next")] ConnectorRecord? next = null)
    {
        var pagination = new JObject { ["perPage"] = Math.Clamp(limit, 1, Batch), ["direction"] = 0 };
        if (next?.Text("sgtin") is { } sgtin) (pagination["sgtin"], pagination["lastEmissionDate"]) = (sgtin, next.Text("lastEmissionDate"));
        var body = new JObject { ["filter"] = JsonValues.ToJson(DocumentBytes.Dated(filter)), ["pagination"] = pagination };
        var page = await register.AskAsync(RegisterCall.Post(parts.Plan.Find(organisation), RegisterCall.V4 + "cises/search", body, Patience(args)), cancellationToken).ConfigureAwait(false);
        var rows = page.Items("result").ToList();
        var isLast = page.Flag("isLastPage") ?? rows.Count == 0;
        return new ConnectorRecord
        {
            { "rows", RegisterCall.Table(rows) }, { "isLastPage", isLast },
            { "next", isLast || rows.Count == 0 ? null : new ConnectorRecord { { "sgtin", rows[^1].Text("sgtin") ?? rows[^1].Text("cis") }, { "lastEmissionDate", rows[^1].Text("emissionDate") } } },
        };
    }

    [ConnectorMethod("GetHistory", Aliases = ["ПолучитьИсторию"], Safety = MethodSafety.Safe, Description = "What happened to a code.")]
    public async Task<ConnectorTable> GetHistoryAsync([ConnectorParameter("code", Aliases = ["Код"])] string code, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null)
    {
        var path = RegisterCall.Query(RegisterCall.V3 + "cises/history", ("cis", AskedCodes.CisOf(code)));
        return RegisterCall.Table(await register.AskAsync(RegisterCall.Post(parts.Plan.Find(organisation), path, null, Patience(args)), cancellationToken).ConfigureAwait(false));
    }

    [ConnectorMethod("GetPackHistory", Aliases = ["ПолучитьИсториюУпаковки"], Safety = MethodSafety.Safe, Description = "In which packs a code has been.")]
    public async Task<ConnectorTable> GetPackHistoryAsync([ConnectorParameter("code", Aliases = ["Код"])] string code, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null)
    {
        var answer = await register.AskAsync(RegisterCall.Post(parts.Plan.Find(organisation), RegisterCall.V3 + "cises/history/list", new JObject { ["cis"] = AskedCodes.CisOf(code) }, Patience(args)), cancellationToken).ConfigureAwait(false);
        return RegisterCall.Table(answer.Items("cisAggregation"));
    }

    [ConnectorMethod("GetAggregate", Aliases = ["ПолучитьСостав"], Safety = MethodSafety.Safe, TimeLimit = "00:02:00", Description = "What lies in a pack, down to the units.")]
    public async Task<ConnectorRecord> GetAggregateAsync(
        [ConnectorParameter("code", Aliases = ["codes", "Код"])] object code, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null, [ConnectorParameter("productGroup", Aliases = ["pg", "ВидПродукции"])] string? productGroup = null)
    {
        var owner = parts.Plan.Find(organisation);
        var nodes = new List<AggregateNode>();
        var cut = false;
        foreach (var (group, codes) in await ByGroupAsync(owner, AskedCodes.Read(code), GroupOf(productGroup), args, cancellationToken).ConfigureAwait(false))
        {
            // What the register knows in no group lies in no pack either, and holds nothing.
            var tree = group is null ? new AggregateTree([.. codes.Select(one => new AggregateNode(one, null, 0))]) : await aggregates.ExpandAsync(owner, codes, group, Patience(args), cancellationToken).ConfigureAwait(false);
            nodes.AddRange(tree.Nodes);
            cut |= tree.IsCut;
        }

        return new ConnectorRecord { { "nodes", new AggregateTree(nodes).ToTable() }, { "isPack", nodes.Exists(node => node.Depth > 0) }, { "isCut", cut } };
    }

    // Packs are asked for by group. Where nobody names it and the organisation has several, the register tells it.
    private async ValueTask<IReadOnlyList<(string? Group, IReadOnlyList<string> Codes)>> ByGroupAsync(ZnakOrganisation owner, IReadOnlyList<(string Given, string Cis)> codes, string? group, InvokeArgs args, CancellationToken cancellationToken)
    {
        group ??= owner.ProductGroups is [var only] ? only : null;
        if (group is not null) return [(group, [.. codes.Select(code => code.Cis)])];
        var table = await info.ReadAsync(owner, codes, null, false, Patience(args), cancellationToken).ConfigureAwait(false);
        var (cis, of) = (table.Columns.ToList().FindIndex(column => column.Name == "cis"), table.Columns.ToList().FindIndex(column => column.Name == "productGroup"));
        return [.. table.Rows.GroupBy(row => (string?)row[of]).Select(rows => (rows.Key, (IReadOnlyList<string>)[.. rows.Select(row => (string)row[cis]!)]))];
    }

    [ConnectorMethod("CheckCodes", Aliases = ["ПроверитьКоды"], Safety = MethodSafety.Safe, TimeLimit = "00:02:00", Description = "Whether full codes, with their check parts, are genuine.")]
    public async Task<ConnectorRecord> CheckCodesAsync([ConnectorParameter("codes", Aliases = ["code", "Коды"])] object codes, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null)
    {
        var (bad, count) = (new List<object?>(), 0L);
        foreach (var batch in AskedCodes.Read(codes).Select(code => MarkingCode.TryParse(code.Given, out var read) ? read.ToString() : code.Given).Chunk(Batch))
        {
            var request = RegisterCall.Post(parts.Plan.Find(organisation), RegisterCall.V3 + "cises/check", new JObject { ["codes"] = new JArray(batch) }, Patience(args)) with { Interval = parts.Plan.Limits.CheckInterval };
            var answer = await register.AskAsync(request, cancellationToken).ConfigureAwait(false);
            bad.AddRange(answer.Items("codes").Select(code => code.TextOf()));
            count += batch.Length;
        }

        return new ConnectorRecord { { "result", bad.Count == 0 }, { "quantity", count }, { "badCodes", bad } };
    }

    [ConnectorMethod("CheckGrayZone", Aliases = ["ПроверитьСеруюЗону"], Safety = MethodSafety.Safe, Description = "Whether tobacco codes lie in the grey zone.")]
    public async Task<ConnectorRecord> CheckGrayZoneAsync([ConnectorParameter("codes", Aliases = ["code", "Коды"])] object codes, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null) =>
        RegisterCall.Record(await register.AskAsync(RegisterCall.Post(parts.Plan.Find(organisation), RegisterCall.V3 + "cises/gz/info", Asked(codes), Patience(args)), cancellationToken).ConfigureAwait(false));

    [ConnectorMethod("GetForeignCodesInfo", Aliases = ["ПолучитьСведенияОКодахЕАЭС"], Safety = MethodSafety.Safe, Description = "Codes of operators of the Eurasian union; 112 is Belarus.")]
    public async Task<ConnectorRecord> GetForeignCodesInfoAsync(
        [ConnectorParameter("codes", Aliases = ["code", "Коды"])] object codes, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("country", Aliases = ["Страна"])] string country = "112", [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null) =>
        RegisterCall.Record(await register.AskAsync(RegisterCall.Post(parts.Plan.Find(organisation), RegisterCall.Query(RegisterCall.V3 + "cises/eaes/info", ("country", country)), Asked(codes), Patience(args)), cancellationToken).ConfigureAwait(false));

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "A connector's methods belong to its instance.")]
    [ConnectorMethod("ParseCode", Aliases = ["РазобратьКод"], Safety = MethodSafety.Safe, Description = "Takes a scanned code apart, without the network.")]
    public ConnectorRecord ParseCode([ConnectorParameter("text", Aliases = ["code", "Код"])] string text, [ConnectorParameter("productGroup", Aliases = ["pg", "ВидПродукции"])] string? productGroup = null)
    {
        if (!MarkingCode.TryParse(text, new MarkingParseOptions { ProductGroup = productGroup }, out var code, out var verdict)) throw new ConnectorException(verdict.ToError());
        return new ConnectorRecord
        {
            { "kind", code.Kind.ToString() }, { "cis", code.Cis }, { "gtin", code.Gtin }, { "serial", code.Serial }, { "isFull", code.IsFull }, { "flags", code.Flags.ToString() }, { "country", code.Country },
            { "maxRetailPriceKopecks", code.MaxRetailPriceKopecks is { } price ? (long)price : null }, { "quantity", code.Quantity is { } quantity ? (long)quantity : null }, { "code", code.ToString() },
        };
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "A connector's methods belong to its instance.")]
    [ConnectorMethod("ToCis", Aliases = ["ПолучитьКИ"], Safety = MethodSafety.Safe, Description = "A code without its check part (КИ), without the network.")]
    public string ToCis([ConnectorParameter("text", Aliases = ["code", "Код"])] string text)
    {
        if (!MarkingCode.TryParse(text, null, out var code, out var verdict)) throw new ConnectorException(verdict.ToError());
        return code.Cis ?? throw new ConnectorException(new ConnectorError(ConnectorErrorCode.InvalidArguments, "This is a code without an identity of its own: a quantity line, a plain barcode or a stamp.") { MessageRu = "У этого кода нет КИ: это строка количества, обычный штрихкод или марка.", Reason = "NO_CIS" });
    }

    private static JArray Asked(object codes) => new(AskedCodes.Read(codes).Select(code => code.Cis));

    private static TimeSpan Patience(InvokeArgs args) => args.Deadline ?? TimeSpan.Zero;

    private string? GroupOf(string? group) => group is null ? null : parts.Plan.Groups.AliasOf(group);
}
