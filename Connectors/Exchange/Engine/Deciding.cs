using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Carries out what a person decided about a message that the machine leaves alone.</summary>
internal sealed class Deciding(EngineParts parts, Commits commits, string? user)
{
    public async Task<ExchangeChange> DecideAsync(string messageId, ExchangeDecision decision, string? requestId, CancellationToken cancellationToken)
    {
        var message = await parts.Store.FindMessageAsync(parts.ConnectorId, messageId, cancellationToken).ConfigureAwait(false) ?? throw new ConnectorException(ExchangeErrors.Unknown(messageId));
        if (decision == ExchangeDecision.Arrived && string.IsNullOrWhiteSpace(requestId)) throw new ConnectorException(ExchangeErrors.NoRequestId(messageId));
        var stage = message.Stage;
        var moved = await commits.MoveAsync(message, now =>
        {
            stage = now.Stage;
            return StepOf(now, decision, requestId) is { } step ? step with { User = user, Description = $"A person decided: {decision}." } : null;
        }, cancellationToken).ConfigureAwait(false);
        return moved?.AsChange() ?? throw new ConnectorException(ExchangeErrors.NotNow(messageId, decision, stage));
    }

    private static Step? StepOf(ExchangeMessage now, ExchangeDecision decision, string? requestId) => decision switch
    {
        ExchangeDecision.Arrived => new Step(ExchangeEvent.DecideArrived) { RequestId = requestId, AtOnce = true },
        // It has an id there, so it is there: sent again it would be there twice.
        ExchangeDecision.SendAgain => now.RequestId is null ? new Step(ExchangeEvent.DecideSendAgain) { AtOnce = true } : null,
        ExchangeDecision.Drop => new Step(ExchangeEvent.DecideDrop) { Error = now.LastError },
        ExchangeDecision.AskAgain => new Step(QuestionOf(now)) { AtOnce = true, Error = now.LastError },
        _ => null,
    };

    // A parked message without an id is looked for first, whatever parked it: absent, it is sent again by the rules.
    private static ExchangeEvent QuestionOf(ExchangeMessage now) => now.Stage switch
    {
        ExchangeStage.Accepted or ExchangeStage.WaitingRemote => ExchangeEvent.AskResult,
        ExchangeStage.Parked when now.RequestId is not null => ExchangeEvent.AskResult,
        ExchangeStage.Uncertain or ExchangeStage.Parked => ExchangeEvent.AskArrival,
        _ => ExchangeEvent.AskSend,
    };
}
