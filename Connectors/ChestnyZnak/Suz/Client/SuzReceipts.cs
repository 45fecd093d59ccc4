using System.Globalization;
using System.Text.Json;

namespace Connectors.ChestnyZnak;

/// <summary>Writes the search for receipts and reads what it finds.</summary>
internal static class SuzReceipts
{
    /// <summary>The largest page of a search.</summary>
    public const int PageSize = 100;

    public static byte[] Search(SuzReceiptFilter filter, int skip)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("filter");
            List(json, "orderIds", filter.OrderIds);
            List(json, "productionOrderIds", filter.ProductionOrderIds);
            List(json, "workflowTypes", filter.Workflows);
            if (filter.From is { } from) json.WriteString("startCreateDocDate", Date(from));
            if (filter.To is { } to) json.WriteString("endCreateDocDate", Date(to));
            json.WriteEndObject();
            json.WriteNumber("limit", PageSize);
            json.WriteNumber("skip", skip);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public static SuzReceipt Read(JsonElement at) => new(at.Text("resultDocId") ?? "")
    {
        Workflow = at.Text("workflowType") ?? at.Text("workflow") ?? "",
        Source = at.Text("sourceRequest") ?? Details(at).Select(one => one.Text("sourceRequest")).FirstOrDefault(one => one is not null) ?? "",
        OrderId = at.Text("orderId") ?? Details(at).Select(one => one.Text("orderId")).FirstOrDefault(one => one is not null),
        ProductionOrderId = at.Text("productionOrderId") ?? Details(at).Select(one => one.Text("productionOrderId")).FirstOrDefault(one => one is not null),
        At = at.Moment("resultDocDate") ?? at.Moment("createDocDate") ?? at.Moment("createdTimestamp") ?? at.Moment("timestamp"),
        State = (int?)(at.Whole("state") ?? at.Whole("status") ?? at.Whole("resultCode")),
        Products = Products(at),
        DocId = Events(at).LastOrDefault(),
    };

    private static IEnumerable<JsonElement> Details(JsonElement at) =>
        at.Items("operations").Select(one => one.Field("details")).OfType<JsonElement>();

    private static Dictionary<string, long> Products(JsonElement at)
    {
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var product in Details(at).SelectMany(details => details.Items("products")).Concat(at.Items("products")))
        {
            if (product.Text("gtin") is { } gtin && product.Whole("quantity") is { } quantity) found[gtin] = quantity;
        }

        return found;
    }

    // The event is called "processed"; where events are not named, the last document stands for it.
    private static IEnumerable<string> Events(JsonElement at)
    {
        var named = at.Items("operations").SelectMany(one => one.Items("events").Prepend(one)).Concat(at.Items("events")).Where(one => one.Text("docId") is not null).ToList();
        var processed = named.Where(one => (one.Text("eventType") ?? one.Text("event") ?? one.Text("name") ?? one.Text("type") ?? one.Text("operation") ?? "").Contains("PROCESSED", StringComparison.OrdinalIgnoreCase)).ToList();
        return (processed.Count > 0 ? processed : named).Select(one => one.Text("docId")!).Concat(at.Text("docId") is { } own ? [own] : []);
    }

    private static string Date(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static void List(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
