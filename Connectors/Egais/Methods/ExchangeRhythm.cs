using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>When the next exchange is worth while: soon after something was sent, seldom while a UTM is away. Thread-safe; a restart forgets it, which costs one early exchange at most.</summary>
internal sealed class ExchangeRhythm(EgaisRhythm rhythm, TimeProvider time)
{
    private long sentAt = long.MinValue;

    public TimeSpan NextAfter(IReadOnlyList<OrganisationReport> reports)
    {
        var now = time.GetUtcNow().UtcTicks;
        if (reports.Any(report => report.Sent > 0)) Interlocked.Exchange(ref sentAt, now);
        if (Interlocked.Read(ref sentAt) is var last && last > long.MinValue && now - last < rhythm.AfterSendingFor.Ticks) return rhythm.AfterSending;
        return reports.Count > 0 && reports.All(report => report is { Succeeded: 0, Failed: > 0 }) ? rhythm.Offline : rhythm.Exchange;
    }
}
