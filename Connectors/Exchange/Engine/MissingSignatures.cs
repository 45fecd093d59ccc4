using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Which signatures a message still lacks.</summary>
internal static class MissingSignatures
{
    public static bool Of(OutgoingMessage content, byte[]? first, byte[]? second) => IsFirst(content, first) || IsSecond(content, second);

    public static bool Of(ExchangeMessage message) => Of(message.Content, message.Signature, message.SecondSignature);

    public static bool IsFirst(OutgoingMessage content, byte[]? signature) => content.NeedsSignature && signature is null;

    public static bool IsSecond(OutgoingMessage content, byte[]? signature) => content.SecondSigner is not null && signature is null;
}
