using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Asks for codes in batches and joins the answers to what was asked, whatever their order.</summary>
internal sealed class CodesInfo(RegisterCall register)
{
    private const int Batch = 1000;

    private static readonly TableColumn[] Columns =
    [
        new("code", ValueKind.String), new("cis", ValueKind.String), new("found", ValueKind.Boolean), new("errorCode", ValueKind.String), new("errorMessage", ValueKind.String), new("status", ValueKind.String), new("statusEx", ValueKind.String),
        new("gtin", ValueKind.String), new("productName", ValueKind.String), new("productGroup", ValueKind.String), new("generalPackageType", ValueKind.String), new("ownerInn", ValueKind.String), new("ownerName", ValueKind.String),
        new("parent", ValueKind.String), new("producedDate", ValueKind.String), new("expirationDate", ValueKind.String), new("maxRetailPrice", ValueKind.Integer), new("markWithdraw", ValueKind.Boolean), new("info", ValueKind.Record),
    ];

    /// <summary>All facts of codes; or their public ones.</summary>
    public async ValueTask<ConnectorTable> ReadAsync(ZnakOrganisation organisation, IReadOnlyList<(string Given, string Cis)> codes, string? group, bool isShort, TimeSpan patience, CancellationToken cancellationToken)
    {
        var rows = new List<object?[]>(codes.Count);
        foreach (var batch in codes.Chunk(Batch))
        {
            // One code that is none would have the whole batch refused.
            var asked = batch.Select(code => code.Cis).Where(cis => CisRule.Problem(cis) is null).Distinct(StringComparer.Ordinal).ToArray();
            var found = asked.Length == 0 ? [] : await BatchAsync(organisation, asked, group, isShort, patience, cancellationToken).ConfigureAwait(false);
            rows.AddRange(batch.Select(code => Row(code, found.GetValueOrDefault(code.Cis))));
        }

        return new ConnectorTable(Columns, rows);
    }

    // The list is read first, whatever the status: when all codes fail in one way, the status is that of the failure.
    private async ValueTask<Dictionary<string, JToken>> BatchAsync(ZnakOrganisation organisation, string[] codes, string? group, bool isShort, TimeSpan patience, CancellationToken cancellationToken)
    {
        var path = isShort ? RegisterCall.V3 + "cises/short/list" : RegisterCall.Query(RegisterCall.V3 + "cises/info", ("pg", group));
        var request = RegisterCall.Post(organisation, path, new JArray(codes), patience);
        var answer = await register.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.Json() is not JArray list) throw answer.IsOk ? ZnakFailures.Unreadable(answer, request) : ZnakFailures.Of(answer, request);
        var found = new Dictionary<string, JToken>(StringComparer.Ordinal);
        foreach (var item in list)
        {
            var info = item.Field("cisInfo") ?? item.Field("result");
            if ((info.Text("requestedCis") ?? info.Text("cis")) is { } cis) found[cis] = item;
            else if (codes.Length == 1) found[codes[0]] = item;
        }

        return found;
    }

    private static object?[] Row((string Given, string Cis) code, JToken? item)
    {
        var info = item.Field("cisInfo") ?? item.Field("result");
        var problem = CisRule.Problem(code.Cis);
        var failed = item.Text("errorCode") ?? (item is not null ? null : problem is null ? "NO_ANSWER" : "NOT_A_CODE");

        // The price differs from the register's: that is a fact of the code, not a failure.
        var known = item is not null && failed is null or "701" or "0" or "";
        return
        [
            code.Given, code.Cis, known, failed, item.Text("errorMessage") ?? (item is not null ? null : problem?.MessageRu ?? "В ответе нет этого кода."), info.Text("status"), info.Text("statusEx"),
            info.Text("gtin"), info.Text("productName"), info.Text("productGroup"), info.Text("generalPackageType"), info.Text("ownerInn"), info.Text("ownerName"),
            info.Text("parent"), info.Text("producedDate"), info.Text("expirationDate"), info.Long("maxRetailPrice"), info.Flag("markWithdraw"), info is JObject ? JsonValues.FromJson(info) : null,
        ];
    }
}
