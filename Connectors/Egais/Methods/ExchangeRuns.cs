using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Runs the engine for organisations: those of this server send and receive, those of workplaces are handed their messages.</summary>
internal sealed class ExchangeRuns(EgaisParts parts, RunLeases leases)
{
    /// <summary>Runs for each organisation that nobody else is running.</summary>
    /// <param name="organisations">The organisations.</param>
    /// <param name="run">What to do.</param>
    /// <param name="handsOut">Whether the caller transmits what workplaces have to.</param>
    /// <param name="report">Where it is told.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task RunAsync(IReadOnlyList<EgaisOrganisation> organisations, ExchangeRun run, bool handsOut, ExchangeReport report, CancellationToken cancellationToken)
    {
        var held = new List<IAsyncDisposable>();
        try
        {
            var mine = new List<EgaisOrganisation>();
            foreach (var organisation in organisations)
            {
                if (await leases.TryTakeAsync(organisation.FsrarId, cancellationToken).ConfigureAwait(false) is not { } lease)
                {
                    report.Refuse(organisation.FsrarId, CallErrors.IsBusy(organisation.FsrarId));
                    continue;
                }

                held.Add(lease);
                mine.Add(organisation);
            }

            await ServeAsync(mine, run, handsOut, report, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (var lease in held) await lease.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Sends these messages now, as far as nobody else is sending for their organisation; what is left goes with the next run, and what was to go at once does not go.</summary>
    public async Task SendAsync(IReadOnlyList<string> messages, ExchangeRun run, bool handsOut, ExchangeReport report, CancellationToken cancellationToken)
    {
        var results = new ExchangeReport();
        foreach (var message in messages)
        {
            if (!handsOut && await IsClientsAsync(message, cancellationToken).ConfigureAwait(false))
            {
                await DropImmediateAsync(message, run.User, report, cancellationToken).ConfigureAwait(false);
                continue;
            }

            var result = await parts.Exchange.RunAsync(parts.Adapter, run with { MessageId = message, OneStep = true, Part = ExchangePart.Sending }, cancellationToken).ConfigureAwait(false);
            results.Add(result);
            report.Add(result);
        }

        report.OutgoingXml = [.. report.OutgoingXml, .. await HandedOutAsync(results.Changes, cancellationToken).ConfigureAwait(false)];
    }

    private async Task ServeAsync(IReadOnlyList<EgaisOrganisation> organisations, ExchangeRun run, bool handsOut, ExchangeReport report, CancellationToken cancellationToken)
    {
        var server = organisations.Where(organisation => organisation.Mode == ExchangeMode.Server).Select(organisation => organisation.FsrarId).ToList();
        if (server.Count > 0) report.Add(await parts.Exchange.RunAsync(parts.Adapter, run with { Organisations = server }, cancellationToken).ConfigureAwait(false));
        var client = organisations.Where(organisation => organisation.Mode == ExchangeMode.Client).ToList();
        report.Clients = [.. report.Clients, .. client];
        if (client.Count == 0 || !handsOut || run.Part == ExchangePart.Receiving) return;
        var handed = await parts.Exchange.RunAsync(parts.Adapter, run with { Organisations = [.. client.Select(organisation => organisation.FsrarId)], Part = ExchangePart.Sending, OneStep = true }, cancellationToken).ConfigureAwait(false);
        report.Add(handed);
        report.OutgoingXml = [.. report.OutgoingXml, .. await HandedOutAsync(handed.Changes, cancellationToken).ConfigureAwait(false)];
    }

    // Nobody here transmits it, so it cannot go at once.
    private async Task DropImmediateAsync(string message, string? user, ExchangeReport report, CancellationToken cancellationToken)
    {
        if (await parts.Exchange.FindMessageAsync(message, cancellationToken).ConfigureAwait(false) is not { Content.Immediate: true, Stage: ExchangeStage.Enqueued } known) return;
        var change = await parts.Exchange.DecideAsync(parts.Adapter, message, ExchangeDecision.Drop, null, user, cancellationToken).ConfigureAwait(false);
        report.Add(change with { Error = CallErrors.NobodyTransmits(known.Content.Organisation) });
    }

    private async Task<bool> IsClientsAsync(string message, CancellationToken cancellationToken) =>
        await parts.Exchange.FindMessageAsync(message, cancellationToken).ConfigureAwait(false) is { } known && parts.Plan.TryFind(known.Content.Organisation) is { Mode: ExchangeMode.Client };

    // A message that was handed out just now waits for its verdict without a failure; one of which nobody knows anything has one.
    private async Task<IReadOnlyList<ConnectorRecord>> HandedOutAsync(IReadOnlyList<ExchangeChange> changes, CancellationToken cancellationToken)
    {
        var handed = new List<ConnectorRecord>();
        foreach (var change in changes.Where(change => change is { Stage: ExchangeStage.Uncertain, Error: null, MessageId: not null }))
        {
            if (parts.Plan.TryFind(change.Organisation) is not { Mode: ExchangeMode.Client }) continue;
            if (await parts.Exchange.FindMessageAsync(change.MessageId!, cancellationToken).ConfigureAwait(false) is { Stage: ExchangeStage.Uncertain, LastError: null } message) handed.Add(OutgoingXml.Of(message));
        }

        return handed;
    }
}
