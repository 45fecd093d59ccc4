using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Keeps a verdict that is in hand over a short failure of the store: it is written again and again for a while. What cannot be kept is at least in the log, with the id it has at the other system.</summary>
internal sealed class VerdictKeeping(EngineParts parts)
{
    /// <summary>Writes until it holds or the time is over.</summary>
    /// <param name="message">The message that was sent.</param>
    /// <param name="step">What came of it.</param>
    /// <param name="write">Writes it; done again it finds out by itself what holds already.</param>
    /// <returns>What the writing returned.</returns>
    public async Task<Moved?> KeepAsync(ExchangeMessage message, Step step, Func<Task<Moved?>> write)
    {
        var begun = parts.Clock.GetTimestamp();
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await write().ConfigureAwait(false);
            }
            catch (Exception failed) when (failed is not ConnectorException && parts.Clock.GetElapsedTime(begun) + parts.Options.VerdictPause <= parts.Options.VerdictLimit)
            {
                // At once and not only at the end: this process may be stopped while it waits.
                if (tried == 1) Log.VerdictWaits(parts.Logger, parts.ConnectorId, message.Id, step.Event, step.RequestId, failed);
            }
            catch (Exception failed) when (failed is not ConnectorException)
            {
                Log.VerdictLost(parts.Logger, parts.ConnectorId, message.Id, step.Event, step.RequestId, failed);
                throw;
            }

            await Task.Delay(parts.Options.VerdictPause, parts.Clock, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
