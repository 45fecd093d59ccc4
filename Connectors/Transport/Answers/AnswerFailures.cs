using System.Net;
using Cleverence.Connectivity;

namespace Connectors.Transport;

/// <summary>Sorts the answers that say no.</summary>
internal static class AnswerFailures
{
    public static ConnectorException Of(AnswerFacts facts)
    {
        var name = NameOf(facts.Status);
        var error = Sort(facts, name);
        return new(error with
        {
            Target = facts.Target,
            Reason = error.Reason ?? $"HTTP_{facts.Status}",
            RetryAfter = facts.RetryAfter,
            Detail = ForeignText.Limited(ForeignText.Cleaned($"{name}\n{(facts.Location is null ? "" : $"Location: {facts.Location}\n")}{facts.Text}", facts.Clean)),
        });
    }

    private static ConnectorError Sort(AnswerFacts facts, string name) => facts.Status switch
    {
        401 or 403 => Denied(facts, name),
        407 => ProxyErrors.Denied(facts.Target),
        429 => Unavailable(facts, $"{facts.Target} takes no more requests just now ({name}). Try again later.", $"{facts.Target} сейчас не принимает запросы ({name}). Повторите позже."),
        408 or 502 or 503 or 504 => MaybeDone(facts, name),
        >= 300 and < 400 => RedirectErrors.Of(facts.Target, facts.Status, facts.ReadsOnly),
        >= 500 => Broke(facts, name),
        _ => Rejected(facts, name),
    };

    private static ConnectorError Denied(AnswerFacts facts, string name) =>
        new(ConnectorErrorCode.AccessDenied, $"{facts.Target} refused our credentials ({name}). Check the user, password or key in the connector's settings.")
        {
            MessageRu = $"{facts.Target} не принял учётные данные ({name}). Проверьте пользователя, пароль или ключ в настройках коннектора.",
        };

    private static ConnectorError Unavailable(AnswerFacts facts, string message, string messageRu) =>
        new(ConnectorErrorCode.Unavailable, message) { MessageRu = messageRu, Retryable = true };

    // A gateway gives these in place of a system that may have had the request already.
    private static ConnectorError MaybeDone(AnswerFacts facts, string name) =>
        facts.ReadsOnly
            ? Unavailable(facts, $"{facts.Target} is not available ({name}). Try again later.", $"{facts.Target} недоступен ({name}). Повторите позже.")
            : new(ConnectorErrorCode.Unavailable, $"{facts.Target} is not available ({name}); the request may have been carried out. Look there before you send it again.")
            {
                MessageRu = $"{facts.Target} недоступен ({name}); запрос мог быть выполнен. Проверьте, прежде чем повторять.",
                InDoubt = true,
            };

    private static ConnectorError Rejected(AnswerFacts facts, string name)
    {
        var said = ForeignText.Sentence(facts) ?? name;
        return new(ConnectorErrorCode.Rejected, $"{facts.Target} refused: {said}") { MessageRu = $"{facts.Target} отказал: {said}" };
    }

    // A 500 is the system speaking, not the network: accounting systems answer it with the text of their own exception. So it is
    // a refusal and never opens the breaker for others. Without readable text nobody knows how far a change got.
    private static ConnectorError Broke(AnswerFacts facts, string name) =>
        Rejected(facts, name) with { InDoubt = !facts.ReadsOnly && (facts.IsPage || string.IsNullOrWhiteSpace(facts.Text)) };

    private static string NameOf(int status)
    {
        var name = ((HttpStatusCode)status).ToString();
        return char.IsAsciiDigit(name[0]) ? $"HTTP {status}" : $"HTTP {status} {name}";
    }
}
