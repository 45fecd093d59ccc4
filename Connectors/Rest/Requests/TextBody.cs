using System.Security;
using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>A body of text with places. In XML the arguments are escaped, so that none can add elements of its own.</summary>
internal sealed class TextBody(TextTemplate text, string contentType) : IBody
{
    private readonly bool isXml = contentType.Contains("xml", StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<PlaceUse> Uses { get; } = [.. text.Names.Select(name => new PlaceUse(name, Places.Text))];

    public TransportBody Render(RestCall call) =>
        TransportBody.Text(text.Render(isXml ? name => SecurityElement.Escape(call.TextOf(name)) : call.TextOf), contentType);
}
