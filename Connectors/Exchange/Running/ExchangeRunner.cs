using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>One run of the engine over its organisations, some of them at the same time.</summary>
internal sealed class ExchangeRunner(EngineParts parts, IExchangeAdapter adapter, AdapterCalls calls)
{
    /// <summary>Runs.</summary>
    /// <param name="run">What to work on.</param>
    /// <param name="before">What happened before it in the same call.</param>
    /// <param name="challenges">Session challenges that are still to be signed.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task<ExchangeResult> RunAsync(ExchangeRun run, IReadOnlyList<ExchangeChange> before, IReadOnlyList<SessionChallenge> challenges, CancellationToken cancellationToken)
    {
        using var activity = ExchangeSignals.Begin(parts.ConnectorId, "exchange run");
        var begun = parts.Clock.GetTimestamp();
        await using var leases = new LeaseKeeper(parts, cancellationToken);
        var scope = new RunScope(parts, adapter, calls, new Commits(parts, adapter, calls, run.User), run, leases.CallToken);
        leases.Start(scope.Owner);
        var ledgers = (await OrganisationsAsync(run, cancellationToken).ConfigureAwait(false)).Select(organisation => new OrganisationLedger(parts, organisation)).ToList();
        await ServeAsync(scope, ledgers).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        Log.RunEnded(parts.Logger, parts.ConnectorId, ledgers.Count, (long)parts.Clock.GetElapsedTime(begun).TotalMilliseconds, ledgers.Sum(ledger => ledger.Report.Sent), ledgers.Sum(ledger => ledger.Report.Finished), ledgers.Sum(ledger => ledger.Report.Failed));
        return await ResultAsync(run, before, [.. challenges, .. ledgers.SelectMany(ledger => ledger.Challenges)], ledgers).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<string>> OrganisationsAsync(ExchangeRun run, CancellationToken cancellationToken)
    {
        if (run.MessageId is { } id)
        {
            var message = await parts.Store.FindMessageAsync(parts.ConnectorId, id, cancellationToken).ConfigureAwait(false);
            return message is null || (run.Organisations?.Contains(message.Content.Organisation) == false) ? [] : [message.Content.Organisation];
        }

        if (run.Organisations is { } named) return [.. named.Distinct(StringComparer.Ordinal)];
        if (run.Document is null) return await parts.Store.OpenOrganisationsAsync(parts.ConnectorId, cancellationToken).ConfigureAwait(false);
        var messages = await parts.Store.ListMessagesAsync(parts.ConnectorId, new ExchangeQuery { Document = run.Document }, cancellationToken).ConfigureAwait(false);
        return [.. messages.Select(message => message.Content.Organisation).Distinct(StringComparer.Ordinal)];
    }

    // Each to its own end: the failure of one must not cut off the calls of the others.
    private async Task ServeAsync(RunScope scope, IReadOnlyList<OrganisationLedger> ledgers)
    {
        using var places = new SemaphoreSlim(Math.Max(parts.Options.Parallel, 1));
        await Task.WhenAll(ledgers.Select(async ledger =>
        {
            await places.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            try
            {
                await new OrganisationRun(scope, ledger).RunAsync().ConfigureAwait(false);
            }
            finally
            {
                places.Release();
            }
        })).ConfigureAwait(false);
    }

    private async Task<ExchangeResult> ResultAsync(ExchangeRun run, IReadOnlyList<ExchangeChange> before, IReadOnlyList<SessionChallenge> challenges, IReadOnlyList<OrganisationLedger> ledgers)
    {
        var signatures = ledgers.SelectMany(ledger => ledger.Signatures).ToList();
        var suspension = new Suspensions(parts);
        var known = suspension.Named(challenges);
        return new ExchangeResult
        {
            Changes = [.. before, .. ledgers.SelectMany(ledger => ledger.Changes)],
            SigningRequired = [.. known.Select(challenge => new SigningItem(challenge.ItemId, challenge.Organisation, SignatureForm.Attached, challenge.Content) { Purpose = "session" }), .. signatures.Select(pending => pending.Item)],
            HeldMessages = [.. ledgers.SelectMany(ledger => ledger.HeldMessages)],
            ContinueToken = known.Count + signatures.Count == 0 ? null : await suspension.KeepAsync(run.User, known, signatures).ConfigureAwait(false),
            Wait = ledgers.Select(ledger => ledger.Wait).Min(),
            Organisations = [.. ledgers.Select(ledger => ledger.Report)],
        };
    }
}
