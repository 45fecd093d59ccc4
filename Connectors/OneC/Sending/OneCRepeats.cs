using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.OneC;

/// <summary>Decides whether a refused request goes out again: never an unsafe one, never one that 1C refused in its own words, never for want of a licence.</summary>
internal sealed class OneCRepeats(RetryOptions retry, TimeSpan poolTimeout)
{
    private bool sessionRenewed;
    private bool brokenTwice;
    private int count;

    /// <summary>The pause before the repeat, or null for none.</summary>
    public TimeSpan? PauseAfter(ConnectorError error, MethodSafety safety)
    {
        if (safety == MethodSafety.Unsafe) return null;
        switch (error.Reason)
        {
            case OneCReasons.SessionLost when !sessionRenewed:
                sessionRenewed = true;
                return TimeSpan.Zero;
            case OneCReasons.Broken when safety == MethodSafety.Safe && !brokenTwice:
                brokenTwice = true;
                return retry.Delay;
            case OneCReasons.SessionsBusy when count < retry.Count:
                count++;
                return poolTimeout;
            case OneCReasons.Unavailable or OneCReasons.TooMany when count < retry.Count:
                return error.RetryAfter is { } told ? Told(told) : Growing();
            default:
                return null;
        }
    }

    private TimeSpan? Told(TimeSpan told)
    {
        count++;
        return told <= retry.MaxDelay ? told : null;
    }

    private TimeSpan Growing()
    {
        var pause = retry.Delay * Math.Pow(2, count++) * (0.75 + (Random.Shared.NextDouble() / 2));
        return pause < retry.MaxDelay ? pause : retry.MaxDelay;
    }
}
