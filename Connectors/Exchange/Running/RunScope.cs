using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>What the pumps of one run share.</summary>
internal sealed class RunScope(EngineParts parts, IExchangeAdapter adapter, AdapterCalls calls, Commits commits, ExchangeRun run, CancellationToken callToken)
{
    private readonly long begun = parts.Clock.GetTimestamp();

    public EngineParts Parts => parts;

    public IExchangeAdapter Adapter => adapter;

    public AdapterCalls Calls => calls;

    public Commits Commits => commits;

    public ExchangeRun Run => run;

    /// <summary>The run's own name in leases.</summary>
    public string Owner { get; } = $"{parts.Options.NodeName}/{parts.Ids.Next()}";

    /// <summary>Ends calls of the adapter: the run was stopped, or its leases are lost.</summary>
    public CancellationToken CallToken => callToken;

    /// <summary>Until when what is left alone in this run is left: a run of one step has no later.</summary>
    public DateTimeOffset EndsAt { get; } = run.OneStep ? parts.Now : parts.Now + run.Budget;

    public TimeSpan Left => run.Budget - parts.Clock.GetElapsedTime(begun);

    public bool IsOver => callToken.IsCancellationRequested || (!run.OneStep && Left <= TimeSpan.Zero);

    public ClaimRequest Claim(OrganisationLedger ledger)
    {
        var now = parts.Now;
        return new ClaimRequest(parts.ConnectorId, Owner, now, now + parts.Options.Lease)
        {
            Organisations = [ledger.Organisation],
            Held = ledger.Held,
            Document = run.Document,
            MessageId = run.MessageId,
            Node = parts.Options.NodeName,
            User = run.User,
        };
    }
}
