using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Ends questions that nobody answered in their time, so that they may be asked again; and tells of requests to repeal that the partner leaves unanswered.</summary>
/// <param name="questions">The times of questions.</param>
/// <param name="cards">The waybills that are known.</param>
/// <param name="repeals">How long a partner may take for a repeal.</param>
/// <param name="time">The clock.</param>
internal sealed class AnswerTimes(Questions questions, DocumentCards cards, TimeSpan repeals, TimeProvider time)
{
    public const string NoAnswer = "NO_ANSWER";

    /// <summary>How long the answer of an accepted message is still waited for; null when its tickets alone wake it.</summary>
    public TimeSpan? LeftOf(ExchangeMessage message) => (IsRepeal(message) ? (message.SentAt ?? message.CreatedAt) + repeals : questions.OverdueAt(message)) - time.GetUtcNow();

    /// <summary>What is said of a message that is overdue; null before, and for all other messages.</summary>
    public async ValueTask<ReplyOutcome?> EndOfAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        if (LeftOf(message) is not { } left || left > TimeSpan.Zero) return null;
        // A waybill that came again letter by letter was put away as a repetition, and ended no question then.
        if (message.Content.Operation == nameof(EgaisOperation.QueryResend) && await IsHereAsync(message, cancellationToken).ConfigureAwait(false)) return new ReplyOutcome(ReplyVerdict.Done) { Receipts = [Receipt.Reply] };
        // A repeal may still be answered; its document may ask again meanwhile.
        return new ReplyOutcome(IsRepeal(message) ? ReplyVerdict.Waiting : ReplyVerdict.Rejected)
        {
            Status = EgaisStatuses.NoAnswer,
            Error = new ConnectorError(ConnectorErrorCode.Rejected, $"'{message.Content.Operation}' of {message.Content.Organisation} was not answered in time. It may be asked again.")
            {
                MessageRu = $"На «{message.Content.Operation}» организации {message.Content.Organisation} нет ответа в срок. Запрос можно повторить.",
                Reason = NoAnswer,
                Retryable = true,
            },
        };
    }

    private async ValueTask<bool> IsHereAsync(ExchangeMessage message, CancellationToken cancellationToken) =>
        Answers.ParameterOf(message) is { } regId && (await cards.ListAsync(message.Content.Organisation, regId, null, 10, cancellationToken).ConfigureAwait(false)).Any(card => card.Kind == EgaisDocumentKind.IncomingWaybill);

    private static bool IsRepeal(ExchangeMessage message) => message.Content.Operation == nameof(EgaisOperation.RepealRequestWayBill);
}
