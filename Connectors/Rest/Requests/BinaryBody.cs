using System.Text;
using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>A body that is one argument: bytes as they are, text in UTF-8.</summary>
internal sealed class BinaryBody(string name, string contentType) : IBody
{
    public IReadOnlyList<PlaceUse> Uses { get; } = [new PlaceUse(name, Places.Bytes)];

    public TransportBody Render(RestCall call) =>
        TransportBody.Bytes(call.ValueOf(name) as byte[] ?? Encoding.UTF8.GetBytes(call.TextOf(name)), contentType);
}
