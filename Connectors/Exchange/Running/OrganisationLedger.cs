using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>What a run has done for one organisation. An organisation is served by one worker of a run; only its report is also written beside it, by the removals from its box.</summary>
internal sealed class OrganisationLedger(EngineParts parts, string organisation)
{
    private readonly List<ExchangeChange> changes = [];
    private readonly List<HeldPurpose> held = [];
    private readonly List<SessionChallenge> challenges = [];
    private readonly Lock gate = new();
    private int failures;

    public string Organisation => organisation;

    public OrganisationReport Report { get; private set; } = new(organisation);

    public IReadOnlyList<ExchangeChange> Changes => changes;

    public IReadOnlyList<HeldPurpose> Held => [.. held];

    public IReadOnlyList<SessionChallenge> Challenges => challenges;

    /// <summary>What people must sign, and what waits behind it.</summary>
    public List<PendingSignature> Signatures { get; } = [];

    public List<string> HeldMessages { get; } = [];

    public TimeSpan? Wait { get; set; }

    public bool IsStopped => Report.Stopped;

    public void Succeed(Func<OrganisationReport, OrganisationReport>? also = null)
    {
        lock (gate) Report = (also?.Invoke(Report) ?? Report) with { Succeeded = Report.Succeeded + 1 };
    }

    /// <summary>Something was found that is neither a success nor a failure of this run.</summary>
    public void Note(Func<OrganisationReport, OrganisationReport> change)
    {
        lock (gate) Report = change(Report);
    }

    /// <summary>A step failed. One that says nothing about the other system's health does not count for the stop.</summary>
    public void Fail(ConnectorError? error, bool stops, Func<OrganisationReport, OrganisationReport>? also = null)
    {
        lock (gate)
        {
            Report = (also?.Invoke(Report) ?? Report) with { Failed = Report.Failed + 1, Error = error ?? Report.Error };
            if (!stops || ++failures < parts.Options.FailuresToStop || Report.Stopped) return;
            Report = Report with { Stopped = true };
        }

        Log.Stopped(parts.Logger, parts.ConnectorId, organisation, failures);
    }

    /// <summary>The work itself broke off: the rest is left for the next run.</summary>
    public void BreakOff(ConnectorError error)
    {
        lock (gate) Report = Report with { Failed = Report.Failed + 1, Error = error, Stopped = true };
        Wait ??= parts.Options.LaterDelay;
    }

    public void Change(ExchangeChange change) => changes.Add(change);

    /// <summary>A purpose has no session key: it is left alone for the rest of the run.</summary>
    public void Hold(string purpose, SessionChallenge? challenge)
    {
        held.Add(new HeldPurpose(organisation, purpose));
        if (challenge is not null) challenges.Add(challenge);
    }
}
