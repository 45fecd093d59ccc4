using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>What a message carries for its way beside its bytes.</summary>
internal static class MessageFields
{
    /// <summary>The segment of <c>/opt/in</c>, or <c>xml</c> with its query.</summary>
    public static string UrlTypeOf(OutgoingMessage message) => Text(message, "urlType") ?? message.Format;

    public static string DocTypeOf(OutgoingMessage message) => Text(message, "docType") ?? message.Format;

    public static string? IdentityOf(OutgoingMessage message) => Text(message, "identity");

    public static string? RegIdOf(OutgoingMessage message) => Text(message, "regId");

    private static string? Text(OutgoingMessage message, string name) =>
        message.Extra.TryGet(name, out var value) && value is string text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
