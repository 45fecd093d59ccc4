using Cleverence.Connectivity;

namespace Connectors.OneC;

/// <summary>Waits for the end of a long operation by looking at its state, through short failures of the connection.</summary>
internal sealed class OneCWaiting(OneCTransport transport, TimeProvider time)
{
    private static readonly TimeSpan CancelLimit = TimeSpan.FromSeconds(5);

    /// <summary>Looks until the operation has ended.</summary>
    /// <typeparam name="T">What a look brings.</typeparam>
    /// <param name="work">The operation and how to look at it.</param>
    /// <param name="cancellationToken">Somebody stops the call: the operation is told so.</param>
    /// <returns>What the last look brought; the operation has completed.</returns>
    /// <exception cref="ConnectorException">It failed, was cancelled there, is unknown, or did not end within the limit.</exception>
    public async Task<T> UntilEndAsync<T>(OneCWork<T> work, CancellationToken cancellationToken)
    {
        var limit = transport.Options.LongLimit;
        var started = time.GetTimestamp();
        try
        {
            foreach (var pause in work.Pauses)
            {
                var rest = limit - time.GetElapsedTime(started);
                if (rest <= TimeSpan.Zero) throw OneCOperationErrors.TooLong(work.Id, limit, work.Safety, transport.Target);
                await Task.Delay(pause < rest ? pause : rest, time, cancellationToken).ConfigureAwait(false);
                if (await LookAsync(work, cancellationToken).ConfigureAwait(false) is not var (state, seen) || state.IsActive) continue;
                return state.IsCompleted ? seen : throw OneCOperationErrors.Ended(work.Id, state, work.Safety, transport.Target);
            }

            throw new InvalidOperationException("The pauses between looks have no end.");
        }
        catch (OperationCanceledException) when (work.Cancel is { } cancel)
        {
            await StopAsync(cancel).ConfigureAwait(false);
            throw;
        }
    }

    // The operation goes on whether or not one look succeeds; only its state says how it ended.
    private static async Task<(OneCState State, T Seen)?> LookAsync<T>(OneCWork<T> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work.Look(cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException failure) when (failure.Error.Code is ConnectorErrorCode.Unavailable or ConnectorErrorCode.Busy or ConnectorErrorCode.Timeout)
        {
            return null;
        }
        catch (ConnectorException failure) when (work.Safety != MethodSafety.Safe)
        {
            throw new ConnectorException(failure.Error with { InDoubt = true, Retryable = false }, failure);
        }
    }

    private async Task StopAsync(Func<CancellationToken, Task> cancel)
    {
        using var limit = new CancellationTokenSource(CancelLimit, time);
        try
        {
            await cancel(limit.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is ConnectorException or OperationCanceledException)
        {
            // It was asked to end; if it does not hear us it ends by itself, and nobody waits for the result.
        }
    }
}
