using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>What a transmission's outcome is to the table of stages. Pure. Whatever is not a readable verdict is none.</summary>
internal static class SendSteps
{
    private const string Method = "SendAsync";

    public static Step Of(ExchangeMessage message, SendOutcome? outcome, ConnectorError? failure, ExchangeOptions options, bool givesUp)
    {
        if (failure is not null) return failure is { Code: ConnectorErrorCode.Rejected or ConnectorErrorCode.InvalidArguments, InDoubt: false } ? new Step(ExchangeEvent.SendRefused) { Error = failure } : NoVerdict(failure);
        if (outcome is null) return NoVerdict(ExchangeErrors.Nothing(Method));
        var immediate = message.Content.Immediate;
        var error = outcome.Error ?? Unexplained(outcome.Verdict);
        var step = outcome.Verdict switch
        {
            SendVerdict.Accepted when string.IsNullOrWhiteSpace(outcome.RequestId) => NoVerdict(ExchangeErrors.Nonsense(Method, "it is accepted without an id", "принято без идентификатора")),
            SendVerdict.Accepted => new Step(immediate ? ExchangeEvent.SendTaken : ExchangeEvent.SendAccepted) { RequestId = outcome.RequestId },
            SendVerdict.Done => new Step(ExchangeEvent.SendDone) { RequestId = outcome.RequestId },
            SendVerdict.Refused => new Step(ExchangeEvent.SendRefused) { Error = error },
            SendVerdict.NotSent or SendVerdict.Later or SendVerdict.SessionKeyNeeded when immediate => new Step(ExchangeEvent.SendDropped) { Error = error },
            SendVerdict.NotSent when givesUp && message.Attempt >= options.MaxAttempts => new Step(ExchangeEvent.SendGivenUp) { Error = error },
            SendVerdict.NotSent => new Step(ExchangeEvent.SendNotSent) { Error = error, After = outcome.After ?? BackOff(message.Attempt, options) },
            SendVerdict.Later => new Step(ExchangeEvent.SendLater) { Error = error, After = outcome.After ?? options.LaterDelay },
            SendVerdict.SessionKeyNeeded => new Step(ExchangeEvent.SendNoKey) { Error = error, After = outcome.After },
            SendVerdict.HandedOut => new Step(ExchangeEvent.SendHandedOut) { After = outcome.After ?? options.Lease, Description = "It was handed out for transmission." },
            SendVerdict.NoVerdict => NoVerdict(error!),
            _ => NoVerdict(ExchangeErrors.Nonsense(Method, $"the verdict {(int)outcome.Verdict} is unknown", $"неизвестный вердикт {(int)outcome.Verdict}")),
        };
        return step with { Status = outcome.Status, Reply = outcome.Reply, Memo = outcome.Memo, Records = outcome.Records ?? [], Next = outcome.Next ?? [] };
    }

    private static Step NoVerdict(ConnectorError error) => new(ExchangeEvent.SendNoVerdict) { Error = error with { InDoubt = true } };

    private static TimeSpan BackOff(int attempt, ExchangeOptions options)
    {
        var factor = Math.Pow(2, Math.Clamp(attempt - 1, 0, 30));
        return options.FirstSendDelay * factor < options.MaxSendDelay ? options.FirstSendDelay * factor : options.MaxSendDelay;
    }

    private static ConnectorError? Unexplained(SendVerdict verdict) => verdict is SendVerdict.Accepted or SendVerdict.Done or SendVerdict.HandedOut
        ? null
        : new ConnectorError(verdict == SendVerdict.Refused ? ConnectorErrorCode.Rejected : ConnectorErrorCode.Unavailable, $"The adapter gave no reason for '{verdict}'.") { MessageRu = $"Адаптер не указал причину «{verdict}».", Reason = "NO_REASON", Retryable = verdict != SendVerdict.Refused };
}
