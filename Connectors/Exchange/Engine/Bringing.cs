using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Takes the verdict of a transmission that somebody else made.</summary>
internal sealed class Bringing(EngineParts parts, Commits commits, string? user)
{
    public async Task<ExchangeChange> BringAsync(string messageId, SendOutcome outcome, CancellationToken cancellationToken)
    {
        var message = await parts.Store.FindMessageAsync(parts.ConnectorId, messageId, cancellationToken).ConfigureAwait(false) ?? throw new ConnectorException(ExchangeErrors.Unknown(messageId));
        var step = SendSteps.Of(message, outcome, null, parts.Options) with { User = user };
        var moved = await commits.MoveAsync(message, now => now.Stage is ExchangeStage.Sending or ExchangeStage.Uncertain or ExchangeStage.Parked ? step : null, cancellationToken).ConfigureAwait(false);
        return moved?.AsChange() ?? throw new ConnectorException(ExchangeErrors.NoVerdictAwaited(messageId, message.Stage));
    }
}
