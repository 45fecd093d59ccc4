using System.Globalization;
using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Makes an order's body of what a caller gives: the known fields are checked, the rest goes along as it is.</summary>
internal sealed class OrderDraft(AttributeTable attributes)
{
    private const int MostProducts = 10;
    private const long MostOfOne = 2_000_000;
    private const long MostOfEach = 150_000;

    /// <param name="order">The order.</param>
    /// <param name="productionOrderId">Our own id of it: the only key by which it is found after a lost answer.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public ConnectorRecord Make(ConnectorRecord order, string productionOrderId, DocumentProblems problems)
    {
        var group = order.Text("productGroup", "pg") ?? "";
        if (group.Length == 0) problems.Add("productGroup", "is missing, such as milk", "не заполнено, например milk");
        var rows = RecordFields.Rows(order.Value("products"));
        CheckRows(rows, problems);
        var products = rows.OfType<ConnectorRecord>().Select((row, at) => Product(row, at, rows.Count, problems)).ToList<object?>();
        var given = order.Value("attributes") as ConnectorRecord ?? [];
        var own = new ConnectorRecord(given.Where(field => field.Key != "productionOrderId")) { ["productionOrderId"] = productionOrderId };
        foreach (var missing in attributes.Missing(group, one => one.Order, own)) problems.Add($"attributes.{missing}", "is missing for this product group", "не заполнено для этой товарной группы");
        var body = new ConnectorRecord { ["productGroup"] = group, ["products"] = products, ["attributes"] = own };
        foreach (var (name, value) in order.Where(field => field.Key is not ("productGroup" or "pg" or "products" or "attributes"))) body[name] = value;
        return body;
    }

    private static void CheckRows(IReadOnlyList<object?> rows, DocumentProblems problems)
    {
        if (rows.Count is 0 or > MostProducts || rows.Any(row => row is not ConnectorRecord)) problems.Add("products", $"1 to {MostProducts} products are needed, each a record", $"нужно от 1 до {MostProducts} товаров, каждый — запись");
        var gtins = rows.OfType<ConnectorRecord>().Select(row => row.Text("gtin")).OfType<string>().ToList();
        if (gtins.Distinct(StringComparer.Ordinal).Count() < gtins.Count) problems.Add("products", "a GTIN stands in two rows", "один GTIN указан дважды");
    }

    private static ConnectorRecord Product(ConnectorRecord row, int at, int rows, DocumentProblems problems)
    {
        var field = string.Create(CultureInfo.InvariantCulture, $"products[{at}]");
        var gtin = row.Text("gtin") ?? "";
        if (gtin.Length != 14 || gtin.AsSpan().ContainsAnyExceptInRange('0', '9')) problems.Add($"{field}.gtin", "is not a GTIN of 14 digits", "не GTIN из 14 цифр");
        var most = rows > 1 ? MostOfEach : MostOfOne;
        var quantity = long.TryParse(row.Text("quantity"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (quantity < 1 || quantity > most) problems.Add($"{field}.quantity", $"is not a number from 1 to {most}", $"не число от 1 до {most}");
        if (row.Value("templateId") is null) problems.Add($"{field}.templateId", "is missing", "не заполнено");
        var made = new ConnectorRecord(row) { ["gtin"] = gtin, ["quantity"] = quantity, ["serialNumberType"] = row.Text("serialNumberType") ?? "OPERATOR", ["cisType"] = row.Text("cisType") ?? "UNIT" };
        if ((string?)made["serialNumberType"] == "SELF_MADE") CheckSerials(row, field, quantity, problems);
        return made;
    }

    private static void CheckSerials(ConnectorRecord row, string field, long quantity, DocumentProblems problems)
    {
        var serials = RecordFields.Texts(row.Value("serialNumbers"));
        if (serials.Count != quantity) problems.Add($"{field}.serialNumbers", $"{serials.Count} serial numbers for {quantity} codes", $"серийных номеров {serials.Count}, а кодов {quantity}");
        if (serials.Distinct(StringComparer.Ordinal).Count() < serials.Count) problems.Add($"{field}.serialNumbers", "a serial number stands twice", "серийный номер повторяется");
    }
}
