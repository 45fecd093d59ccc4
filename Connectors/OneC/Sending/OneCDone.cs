using Cleverence.Connectivity;

namespace Connectors.OneC;

/// <summary>What fails after 1C has answered yes: the call was carried out, only its result does not arrive.</summary>
internal static class OneCDone
{
    /// <summary>Runs what comes after the answer.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="safety">What the call that was answered is.</param>
    /// <param name="rest">What is left to do.</param>
    public static async Task<T> AfterAsync<T>(MethodSafety safety, Func<Task<T>> rest)
    {
        try
        {
            return await rest().ConfigureAwait(false);
        }
        catch (ConnectorException failure) when (safety != MethodSafety.Safe)
        {
            throw Told(failure, safety);
        }
    }

    /// <summary>The same for what needs no waiting.</summary>
    public static T After<T>(MethodSafety safety, Func<T> rest)
    {
        try
        {
            return rest();
        }
        catch (ConnectorException failure) when (safety != MethodSafety.Safe)
        {
            throw Told(failure, safety);
        }
    }

    // A Keyed call may be repeated all the same: 1C answers it from its memory.
    private static ConnectorException Told(ConnectorException failure, MethodSafety safety) =>
        new(failure.Error with { InDoubt = true, Retryable = failure.Error.Retryable && safety == MethodSafety.Keyed }, failure);
}
