using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace Connectors.Transport;

/// <summary>Repeats calls that may be repeated, with growing pauses. Unsafe calls pass through once, whatever happens.</summary>
internal sealed class Repeats(RetryOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>Whether more than one attempt may ever be made.</summary>
    public bool MayRepeat(TransportRequest request) => options.Count > 0 && !request.Once && request.Safety != MethodSafety.Unsafe;

    public Task<T> RunAsync<T>(TransportCall call, Func<TransportCall, Task<T>> attempt) => MayRepeat(call.Request) ? RepeatAsync(call, attempt) : attempt(call);

    private async Task<T> RepeatAsync<T>(TransportCall call, Func<TransportCall, Task<T>> attempt)
    {
        var inDoubt = false;
        for (var made = 0; ; made++)
        {
            try
            {
                return await attempt(call).ConfigureAwait(false);
            }
            catch (ConnectorException failure)
            {
                // What one attempt may have done, a later one that was not even sent does not undo.
                inDoubt |= failure.Error.InDoubt;
                var told = inDoubt && !failure.Error.InDoubt ? Doubts.AfterAttempt(failure) : failure;
                if (made >= options.Count || !MayRepeat(call, failure.Error) || Pause(made, failure.Error) is not { } pause || pause >= call.Rest)
                {
                    if (ReferenceEquals(told, failure)) throw;
                    throw told;
                }

                Log.Repeated(logger, call.Request.Verb, failure.Error.Target, failure.Error.Reason, made + 1, (long)pause.TotalMilliseconds);
                await WaitAsync(call, pause, told).ConfigureAwait(false);
                call.BeginAgain();
            }
        }
    }

    // What says Retryable was not carried out. A keyed call is repeated in doubt too: the other side recognises its id.
    private static bool MayRepeat(TransportCall call, ConnectorError error) =>
        !call.LimitPassed && (error.Code is ConnectorErrorCode.Unavailable or ConnectorErrorCode.Timeout)
        && (error.Retryable || (error.InDoubt && call.Request.Safety == MethodSafety.Keyed));

    // Half of a pause is fixed and half is by chance, so that calls that failed together do not come back together.
    private TimeSpan? Pause(int made, ConnectorError error)
    {
        if (error.RetryAfter > options.MaxDelay) return null;
        var full = Math.Min(options.Delay.TotalMilliseconds * Math.Pow(2, made), options.MaxDelay.TotalMilliseconds);
        var pause = TimeSpan.FromMilliseconds((full / 2) + (Random.Shared.NextDouble() * full / 2));
        return error.RetryAfter > pause ? error.RetryAfter : pause;
    }

    private async Task WaitAsync(TransportCall call, TimeSpan pause, ConnectorException failure)
    {
        try
        {
            await Task.Delay(pause, time, call.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            call.ThrowIfCallerLeft();
            throw failure;
        }
    }
}
