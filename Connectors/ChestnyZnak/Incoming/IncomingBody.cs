using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Reads the body of a document page by page.</summary>
internal sealed class IncomingBody(ZnakCaller caller, ZnakIncomingRules rules)
{
    /// <summary>The body without its lines, and the lines: each code as it came, and its КИ.</summary>
    public async ValueTask<(JObject Body, List<JToken> Lines)> ReadAsync(ZnakOrganisation organisation, string group, string number, TimeSpan patience, CancellationToken cancellationToken)
    {
        JObject? first = null;
        var lines = new List<JToken>();
        for (var page = 1; ; page++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/api/v4/true-api/doc/{Uri.EscapeDataString(number)}/info?body=true&content=false&pg={Uri.EscapeDataString(group)}&limit={rules.CodePageSize}&pageNumber={page}");
            var request = new ZnakRequest(ZnakService.TrueApi, HttpMethod.Get, path) { Inn = organisation.Inn, Patience = patience };
            var answer = await caller.AskAsync(request, cancellationToken).ConfigureAwait(false);
            if (DocumentVerdict.DocumentOf(answer.Json()) is not JObject document) throw ZnakFailures.Unreadable(answer, request);
            var body = document.Field("body") as JObject ?? [];
            var products = body.Items("products").ToList();
            first ??= Header(document, body);

            // A page that begins as the one before: the other side does not page this document.
            if (products.Count == 0 || (page > 1 && lines[^Math.Min(lines.Count, rules.CodePageSize)].Text("strNum") == products[0].Text("strNum") && lines[^Math.Min(lines.Count, rules.CodePageSize)].Text("code") == products[0].Text("code"))) return (first, lines);
            lines.AddRange(products.Select(LineOf));
            if (products.Count < rules.CodePageSize || lines.Count >= body.Long("productsTotal")) return (first, lines);
        }
    }

    private static JObject Header(JObject document, JObject body)
    {
        var header = new JObject(body.Properties().Where(field => !field.Name.Equals("products", StringComparison.OrdinalIgnoreCase)));
        foreach (var name in new[] { "commonErrors", "errors", "downloadDesc" })
        {
            if (document.Field(name) is JArray { Count: > 0 } or JValue { Value: string }) header[name] = document.Field(name);
        }

        return header;
    }

    private static JToken LineOf(JToken product)
    {
        var line = new JObject(((JObject)product).Properties());
        if (product.Text("codeType") != "OSU" && product.Text("code") is { } code) line["cis"] = AskedCodes.CisOf(code);
        return line;
    }
}
