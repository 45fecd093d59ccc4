using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>A message for the workplace that transmits it.</summary>
internal static class OutgoingXml
{
    public static ConnectorRecord Of(ExchangeMessage message) => new()
    {
        { "messageId", message.Id },
        { "fsrarId", message.Content.Organisation },
        { "requestPath", UtmClient.PathOf(MessageFields.UrlTypeOf(message.Content)) },
        { "xml", Encoding.UTF8.GetString(message.Content.Payload) },
        { "attempt", (long)message.Attempt },
        { "leaseUntilUtc", message.NextAttemptAt?.ToUniversalTime() },
    };
}
