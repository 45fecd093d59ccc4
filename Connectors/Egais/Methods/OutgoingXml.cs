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
        { "requestPath", PathOf(message.Content) },
        { "xml", Encoding.UTF8.GetString(message.Content.Payload) },
        { "leaseUntilUtc", message.NextAttemptAt?.ToUniversalTime() },
    };

    /// <summary>Where in the UTM a message is posted to: below /opt/in, or the address of cheques.</summary>
    public static string PathOf(OutgoingMessage content)
    {
        var type = content.Extra.TextOf("urlType") ?? content.Format;
        return type.StartsWith("xml", StringComparison.Ordinal) ? $"/{type}" : $"/opt/in/{type}";
    }
}
