using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>What a message must have to be taken into the queue.</summary>
internal static class OutgoingRules
{
    /// <summary>The longest id that is kept.</summary>
    public const int MaxIdLength = 200;

    public static ConnectorError? ProblemOf(OutgoingMessage? outgoing)
    {
        if (outgoing is null) return ExchangeErrors.Wrong("A message to be prepared is null.", "Сообщение не передано (null).");
        if (string.IsNullOrEmpty(outgoing.Organisation)) return Missing(outgoing, "organisation", "организации");
        if (string.IsNullOrEmpty(outgoing.Operation)) return Missing(outgoing, "operation", "операции");
        if (outgoing.Payload is null) return Missing(outgoing, "payload", "содержимого");
        if (outgoing.SecondPayload is null || outgoing.Extra is null || outgoing.Records is null || outgoing.Purpose is null) return Missing(outgoing, "second payload, extra, records or purpose (null)", "одного из полей (null)");
        if (outgoing.SecondPayload.Length > 0 != outgoing.SecondSigner is not null) return Missing(outgoing, "second payload and its signer together", "второго содержимого вместе с подписантом");
        if (outgoing.Id is { Length: 0 or > MaxIdLength }) return ExchangeErrors.Wrong($"A message id has 1 to {MaxIdLength} characters, not {outgoing.Id.Length}.", $"Идентификатор сообщения содержит от 1 до {MaxIdLength} знаков, а не {outgoing.Id.Length}.");
        var self = new[] { outgoing.SendAfter, outgoing.LoadAfter, outgoing.LoadBefore }.OfType<string>().Any(id => id == outgoing.Id);
        return self ? ExchangeErrors.Wrong($"The message '{outgoing.Id}' cannot wait for itself.", $"Сообщение «{outgoing.Id}» не может ждать само себя.") : null;
    }

    private static ConnectorError Missing(OutgoingMessage outgoing, string what, string whatRu) =>
        ExchangeErrors.Wrong($"The message '{outgoing.Id ?? outgoing.Operation}' lacks its {what}.", $"У сообщения «{outgoing.Id ?? outgoing.Operation}» нет {whatRu}.");
}
