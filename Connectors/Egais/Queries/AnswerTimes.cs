using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Ends questions that nobody answered in their time, so that they may be asked again.</summary>
internal sealed class AnswerTimes(Questions questions, TimeProvider time)
{
    public const string NoAnswer = "NO_ANSWER";

    /// <summary>How long the answer of an accepted message is still waited for; null when the message is no question.</summary>
    public TimeSpan? LeftOf(ExchangeMessage message) => questions.OverdueAt(message) - time.GetUtcNow();

    /// <summary>The end of a question that is overdue; null before, and for all other messages.</summary>
    public ReplyOutcome? EndOf(ExchangeMessage message) => LeftOf(message) is { } left && left <= TimeSpan.Zero
        ? new ReplyOutcome(ReplyVerdict.Rejected)
        {
            Status = EgaisStatuses.NoAnswer,
            Error = new ConnectorError(ConnectorErrorCode.Timeout, $"The registry did not answer '{message.Content.Operation}' of {message.Content.Organisation} in time. It may be asked again.")
            {
                MessageRu = $"ЕГАИС не ответил на запрос «{message.Content.Operation}» организации {message.Content.Organisation} в срок. Запрос можно повторить.",
                Reason = NoAnswer,
                Retryable = true,
            },
        }
        : null;
}
