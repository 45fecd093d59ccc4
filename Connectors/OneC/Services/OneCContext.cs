using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC;

/// <summary>Tells 1C who calls: it may choose a business process by it. What is not known is left out.</summary>
internal static class OneCContext
{
    public static JObject Of(InvokeArgs args)
    {
        var caller = args.Caller;
        var context = new JObject { ["connectorId"] = args.ConnectorId, ["origin"] = caller.Origin.ToString() };
        Add(context, "requestId", args.RequestId);
        Add(context, "userId", caller.UserId);
        Add(context, "deviceId", caller.DeviceId);
        Add(context, "warehouseId", caller.WarehouseId);
        Add(context, "documentId", caller.DocumentId);
        Add(context, "source", caller.Source);
        if (caller.Document is { } document) context["document"] = JsonValues.ToJson(document);
        return context;
    }

    private static void Add(JObject context, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) context[name] = value;
    }
}
