using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>How changes are told to the caller.</summary>
internal static class Changes
{
    public static ExchangeChange Of(OutgoingMessage content, string? messageId) => new(content.Organisation, content.Operation)
    {
        Purpose = content.Purpose,
        MessageId = messageId,
        Document = content.Document,
        BaseDocument = content.BaseDocument,
    };

    public static ExchangeChange Of(ExchangeMessage message, DocumentState? document) => Of(message.Content, message.Id) with
    {
        Stage = message.Stage,
        NewStatus = document?.Status,
        NewActions = document?.Actions ?? [],
    };
}
