using Cleverence.Connectivity;
using Server.Api;

namespace Server.Exchange;

/// <summary>Reads the parts of the addresses under <c>/api/v1/exchange</c>.</summary>
internal sealed class ExchangeRoutes(IConnectorRegistry registry)
{
    /// <summary>The connector's id as it is configured.</summary>
    /// <exception cref="ApiException">There is none.</exception>
    public string IdOf(HttpContext context)
    {
        var id = TextOf(context, "id");
        return registry.Find(id)?.Id ?? throw new ApiException(ConnectorEndpoints.Unknown(id));
    }

    // A slash within a name stays escaped in an address.
    public static string TextOf(HttpContext context, string name) => ((string)context.Request.RouteValues[name]!).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
