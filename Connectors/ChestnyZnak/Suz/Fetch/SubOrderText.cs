using System.Text.Json;

namespace Connectors.ChestnyZnak;

/// <summary>Writes sub-orders into records and reads them back.</summary>
internal static class SubOrderText
{
    public static byte[] Write(SubOrder order)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("omsId", order.OmsId);
            json.WriteString("orderId", order.OrderId);
            json.WriteString("gtin", order.Gtin);
            json.WriteString("inn", order.Inn);
            json.WriteString("productGroup", order.ProductGroup);
            json.WriteString("state", order.State);
            json.WriteNumber("ordered", order.Ordered);
            json.WriteNumber("passed", order.Passed);
            json.WriteNumber("received", order.Received);
            json.WriteNumber("elsewhere", order.Elsewhere);
            Moment(json, "expiresAt", order.ExpiresAt);
            Moment(json, "notBefore", order.NotBefore);
            Moment(json, "missingSince", order.MissingSince);
            json.WriteString("attention", order.Attention);
            json.WriteString("lastError", order.LastError);
            json.WriteBoolean("closeAsked", order.CloseAsked);
            json.WriteBoolean("final", order.Final);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public static SubOrder Read(byte[] content, long version)
    {
        using var json = JsonDocument.Parse(content);
        var at = json.RootElement;
        return new SubOrder(at.Text("omsId") ?? "", at.Text("orderId") ?? "", at.Text("gtin") ?? "")
        {
            Inn = at.Text("inn") ?? "",
            ProductGroup = at.Text("productGroup") ?? "",
            State = at.Text("state") ?? SuzBuffer.Pending,
            Ordered = at.Whole("ordered") ?? -1,
            Passed = at.Whole("passed") ?? -1,
            Received = at.Whole("received") ?? 0,
            Elsewhere = at.Whole("elsewhere") ?? 0,
            ExpiresAt = at.Moment("expiresAt"),
            NotBefore = at.Moment("notBefore"),
            MissingSince = at.Moment("missingSince"),
            Attention = at.Text("attention"),
            LastError = at.Text("lastError"),
            CloseAsked = at.Text("closeAsked") == "true",
            Final = at.Text("final") == "true",
            Version = version,
        };
    }

    private static void Moment(Utf8JsonWriter json, string name, DateTimeOffset? moment)
    {
        if (moment is { } known) json.WriteNumber(name, known.ToUnixTimeMilliseconds());
    }
}
