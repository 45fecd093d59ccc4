using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>A form (<c>application/x-www-form-urlencoded</c>): pairs like those of a query.</summary>
internal sealed class FormBody(PairTemplates pairs) : IBody
{
    public IReadOnlyList<PlaceUse> Uses => pairs.Uses;

    public TransportBody Render(RestCall call) => TransportBody.Form(call.Page is { } page ? pairs.Render(call).Append(new(page.Name, ConnectorValues.ToText(page.Value))) : pairs.Render(call));
}
