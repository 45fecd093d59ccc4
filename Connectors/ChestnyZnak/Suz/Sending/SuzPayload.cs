using System.Text;
using System.Text.Json;
using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json;

namespace Connectors.ChestnyZnak;

/// <summary>Makes the bytes that are signed and sent, once, and reads from them what the connector needs to know again.</summary>
internal static class SuzPayload
{
    // Codes hold quotes, angle brackets and U+001D: only a writer of JSON may put them down.
    public static byte[] Write(ConnectorRecord body) => Encoding.UTF8.GetBytes(JsonValues.ToJson(body).ToString(Formatting.None));

    /// <summary>The products of an order with their quantities.</summary>
    public static IReadOnlyList<(string Gtin, long Quantity)> Products(byte[] payload)
    {
        using var json = JsonDocument.Parse(payload);
        return [.. json.RootElement.Items("products").Select(product => (product.Text("gtin") ?? "", product.Whole("quantity") ?? -1))];
    }

    /// <summary>The codes of a report: of all its units, when it has such.</summary>
    public static IReadOnlyList<string> Codes(byte[] payload)
    {
        using var json = JsonDocument.Parse(payload);
        var root = json.RootElement;
        return [.. root.Items("sntins").Concat(root.Items("aggregationUnits").SelectMany(unit => unit.Items("sntins"))).Select(code => code.GetString() ?? "")];
    }

    public static string Text(byte[] payload, string name)
    {
        using var json = JsonDocument.Parse(payload);
        return json.RootElement.Text(name) ?? "";
    }
}
