using Newtonsoft.Json.Linq;

namespace Connectors.Transport;

/// <summary>An answer with a status of success, or one that the request said it would read itself.</summary>
public sealed class TransportResponse : TransportAnswer
{
    internal TransportResponse(HttpResponseMessage message, Uri address, bool readsOnly, byte[] body, SecretMask? mask = null)
        : base(message, address, readsOnly, body, mask)
    {
    }

    /// <summary>The body read as JSON; numbers keep their digits, dates stay text. Null for an empty body.</summary>
    /// <returns>The tree.</returns>
    /// <exception cref="Cleverence.Connectivity.ConnectorException">The body is something else; the error says what it is and what to do.</exception>
    public JToken? ReadJson() => JsonAnswer.Read(Facts());
}
