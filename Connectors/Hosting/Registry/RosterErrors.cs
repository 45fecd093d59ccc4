using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>Why an entry of the configuration has no connector behind it.</summary>
internal static class RosterErrors
{
    public static ConnectorError NoType(ConnectorOptions options, PluginCatalog catalog)
    {
        var known = catalog.TypeNames.ToList();
        var near = NearestName.Of(options.Type, known);
        var broken = catalog.Plugins.Where(plugin => plugin.Status != PluginStatus.Loaded).Select(plugin => $" Plugin '{plugin.Name}' is {plugin.Status}: {plugin.Reason?.En}.");
        var hint = near is null ? "" : $" Did you mean '{near}'?";
        return new ConnectorError(ConnectorErrorCode.Unavailable, $"Connector '{options.Id}' is of type '{options.Type}', which no loaded plugin provides.{hint}")
        {
            MessageRu = $"Коннектор «{options.Id}» имеет тип «{options.Type}», которого нет ни в одном загруженном плагине.{(near is null ? "" : $" Может быть, «{near}»?")}",
            Detail = $"Connector '{options.Id}' is of type '{options.Type}', which no loaded plugin provides.{hint} Types there are: {(known.Count == 0 ? "—" : string.Join(", ", known))}.{string.Concat(broken)}",
        };
    }

    public static ConnectorError BareTimeout(ConnectorOptions options) =>
        new(ConnectorErrorCode.Unavailable, $"The timeout of connector '{options.Id}' is a bare number; write hh:mm:ss, 00:00:00.010..1.00:00:00.")
        {
            MessageRu = $"Тайм-аут коннектора «{options.Id}» задан числом без единицы; пишите чч:мм:сс, 00:00:00.010..1.00:00:00.",
        };
}
