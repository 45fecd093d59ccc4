using Cleverence.Connectivity;
using Server.Storage;

namespace Server.Events;

/// <summary>How handlers of events are called again.</summary>
/// <param name="Retries">How often at most.</param>
/// <param name="Pause">The pause before the first repeat; it doubles with each.</param>
/// <param name="Lease">How long the other servers on one database wait for a word of this one before they take its events over.</param>
internal sealed record EventPace(int Retries, TimeSpan Pause, TimeSpan Lease)
{
    /// <summary>The longest pause.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>What comes of a failed attempt.</summary>
    /// <param name="error">The failure.</param>
    /// <param name="safety">Whether a machine may repeat the handler.</param>
    /// <param name="tries">How often it was called, this attempt included.</param>
    public DocumentEventNext NextOf(ConnectorError error, MethodSafety safety, long tries)
    {
        // A connector without a free place was not asked at all.
        if (error is { Code: ConnectorErrorCode.Busy, InDoubt: false }) return new(DocumentEventState.Pending, PauseOf(error, tries), Counted: false);
        if (error.Retryable && tries <= Retries && !(error.InDoubt && safety == MethodSafety.Unsafe)) return new(DocumentEventState.Pending, PauseOf(error, tries));
        return new(error.InDoubt ? DocumentEventState.InDoubt : DocumentEventState.Parked);
    }

    private TimeSpan PauseOf(ConnectorError error, long tries)
    {
        var doubled = Pause * Math.Pow(2, Math.Clamp(tries - 1, 0, 30));
        var wished = error.RetryAfter > doubled ? error.RetryAfter.Value : doubled;
        return wished < Longest ? wished : Longest;
    }
}
