using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Writes a verdict with what came along with it, or without: the verdict itself is never given up for that.</summary>
internal sealed class VerdictCommit(EngineParts parts, Commits commits)
{
    /// <summary>Writes it.</summary>
    /// <param name="message">The message as it was read.</param>
    /// <param name="step">The verdict.</param>
    /// <param name="allow">Gives the step back while the message, as it is by then, still takes it; null when it does not.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>What was moved; null when the step was not taken.</returns>
    public async Task<Moved?> KeepAsync(ExchangeMessage message, Step step, Func<ExchangeMessage, Step?> allow, CancellationToken cancellationToken)
    {
        try
        {
            return await commits.MoveAsync(message, allow, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException refused) when (step.Records.Count + step.Next.Count > 0)
        {
            Log.NotKept(parts.Logger, parts.ConnectorId, message.Id, refused.Error.Reason);
            var bare = step with { Records = [], Next = [], Error = step.Error ?? refused.Error, Description = $"Its records and further messages were not kept: {refused.Error.Message}" };
            var now = await parts.Store.FindMessageAsync(parts.ConnectorId, message.Id, cancellationToken).ConfigureAwait(false);
            return await commits.MoveAsync(now ?? message, last => allow(last) is null ? null : bare, cancellationToken).ConfigureAwait(false);
        }
    }
}
