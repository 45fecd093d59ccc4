using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Applies what stored items mean, by rank and age. When one of a document fails, its later ones wait for the next run.</summary>
internal sealed class IncomingHandling(RunScope scope, OrganisationLedger ledger, IIncomingAdapter incoming)
{
    private readonly HashSet<string> failed = new(StringComparer.Ordinal);
    private readonly HashSet<string> failedItems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> kept = new(StringComparer.Ordinal);

    private EngineParts Parts => scope.Parts;

    /// <summary>How many items had their effect in this run.</summary>
    public int Handled { get; private set; }

    /// <summary>Whether an item may be tried: not one that failed in this run, nor one that was kept and nothing has happened since.</summary>
    public bool MayTry(StoredIncoming item) => !failedItems.Contains(item.Id) && (!kept.TryGetValue(item.Id, out var then) || then < Handled);

    /// <summary>Handles items.</summary>
    /// <returns>Those that are handled now, with those they completed.</returns>
    public async Task<IReadOnlyList<StoredIncoming>> RunAsync(IReadOnlyList<StoredIncoming> items, BoxLease lease)
    {
        if (items.Count == 0) return [];
        var done = new Dictionary<string, StoredIncoming>(StringComparer.Ordinal);
        var effects = await KnownIncoming.HandledAsync(Parts, ledger.Organisation, items.Select(item => item.Hash), CancellationToken.None).ConfigureAwait(false);
        foreach (var item in items.OrderBy(item => scope.Calls.Ask("RankOf", () => incoming.RankOf(item), int.MaxValue)))
        {
            if (scope.IsOver || ledger.IsStopped || !await lease.HoldsAsync().ConfigureAwait(false)) break;
            if (done.ContainsKey(item.Id) || (item.Item.ReplyTo is { } request && failed.Contains(request))) continue;
            foreach (var handled in await HandleAsync(item, effects.GetValueOrDefault(IncomingTwins.KeyOf(item))).ConfigureAwait(false)) done[handled.Id] = handled;
            if (!done.ContainsKey(item.Id)) kept[item.Id] = Handled;
            else effects.TryAdd(IncomingTwins.KeyOf(item), item);
        }

        return [.. done.Values];
    }

    private async Task<IReadOnlyList<StoredIncoming>> HandleAsync(StoredIncoming item, StoredIncoming? twin)
    {
        if (twin is not null)
        {
            if (!await WriteAsync(item with { Stage = IncomingStage.Handled, LastError = null }, new IncomingOutcome(true) { Description = IncomingTwins.Describe(twin) }).ConfigureAwait(false)) return [];
            ledger.Succeed();
            return [item with { Stage = IncomingStage.Handled }];
        }

        var (outcome, failure) = await scope.Calls.TryAsync("HandleIncomingAsync", token => incoming.HandleIncomingAsync(item, token), scope.CallToken).ConfigureAwait(false);
        if (failure is not null || outcome is null)
        {
            if (!scope.CallToken.IsCancellationRequested) await FailAsync(item, failure ?? ExchangeErrors.Nothing("HandleIncomingAsync"), []).ConfigureAwait(false);
            return [];
        }

        var documents = DocumentsOf(outcome);
        if (documents.Any(failed.Contains)) return [];
        if (outcome.Error is { } error)
        {
            await WriteAsync(item with { Stage = IncomingStage.Parked, LastError = error }, outcome).ConfigureAwait(false);
            Spare(item, documents);
            ledger.Fail(error, stops: false, report => report with { Unclear = report.Unclear + 1 });
            return [];
        }

        try
        {
            return await ApplyAsync(item, outcome).ConfigureAwait(false);
        }
        catch (ConnectorException refused)
        {
            await FailAsync(item, refused.Error, documents).ConfigureAwait(false);
            return [];
        }
    }

    private async Task<IReadOnlyList<StoredIncoming>> ApplyAsync(StoredIncoming item, IncomingOutcome outcome)
    {
        var replies = new IncomingReplies(scope, ledger.Organisation, outcome.Replies is { Count: 1 } ? item.Item.ReplyTo : null);
        var completing = new IncomingCompleting(Parts, ledger.Organisation, outcome);
        StoredIncoming? read = item;
        var draft = await scope.Commits.WriteAsync(async fresh =>
        {
            // As it was read it is guarded by its version; after a conflict it is read again.
            var now = read ?? await Parts.Store.FindIncomingAsync(Parts.ConnectorId, ledger.Organisation, item.Item.RemoteId, CancellationToken.None).ConfigureAwait(false);
            read = null;
            if (now is not { Stage: IncomingStage.Stored }) return false;
            // An answer to a message that is not known yet stays: its message may still be on the way to being accepted.
            if (outcome.Replies is { Count: > 0 } && !await replies.ApplyAsync(fresh, outcome.Replies, CancellationToken.None).ConfigureAwait(false)) return false;
            if (!outcome.Handled) return false;
            foreach (var fact in outcome.Facts ?? []) await fresh.AddFactAsync(fact, CancellationToken.None).ConfigureAwait(false);
            await fresh.AddBelongingsAsync(outcome.Records ?? [], outcome.Next ?? [], CancellationToken.None).ConfigureAwait(false);
            fresh.Change(now with { Stage = IncomingStage.Handled, LastError = null, Payload = [] });
            fresh.Write(RecordOf(item, outcome));
            await completing.AddAsync(fresh, item.Id).ConfigureAwait(false);
            return true;
        }, CancellationToken.None).ConfigureAwait(false);
        if (draft is null) return [];
        Handled++;
        ledger.Succeed(report => report with { Received = report.Received + 1, Finished = report.Finished + replies.Finished });
        ledger.Change(new ExchangeChange(ledger.Organisation, outcome.Operation ?? "") { Document = outcome.Document, Received = true, NewStatus = draft.Documents.FindChanged(outcome.Document)?.Status, NewActions = draft.Documents.FindChanged(outcome.Document)?.Actions ?? [] });
        foreach (var moved in replies.Moved) ledger.Change(moved.AsChange());
        return [item with { Stage = IncomingStage.Handled }, .. completing.Completed];
    }

    private async Task FailAsync(StoredIncoming item, ConnectorError error, IReadOnlyList<string> documents)
    {
        Log.IncomingFailed(Parts.Logger, Parts.ConnectorId, item.Id, ledger.Organisation, "handle", error.Code, error.Reason);
        var attempt = item.Attempt + 1;
        failedItems.Add(item.Id);
        await WriteAsync(item with { Attempt = attempt, LastError = error, Stage = attempt >= Parts.Options.IncomingAttempts ? IncomingStage.Parked : item.Stage }, null).ConfigureAwait(false);
        Spare(item, documents);
        ledger.Fail(error, stops: false);
    }

    private void Spare(StoredIncoming item, IReadOnlyList<string> documents)
    {
        failed.UnionWith(documents);
        if (item.Item.ReplyTo is { } request) failed.Add(request);
    }

    private async Task<bool> WriteAsync(StoredIncoming item, IncomingOutcome? outcome)
    {
        var draft = new CommitDraft(Parts, scope.Adapter, scope.Calls, scope.Run.User);
        draft.Change(item with { Payload = [] });
        if (item.Stage == IncomingStage.Parked) draft.Write(RecordOf(item, outcome) with { Description = item.LastError?.Message });
        if (item.Stage == IncomingStage.Handled) draft.Write(RecordOf(item, outcome));
        return await Parts.Store.CommitAsync(draft.Build(), CancellationToken.None).ConfigureAwait(false) is null;
    }

    private ProtocolRecord RecordOf(StoredIncoming item, IncomingOutcome? outcome) => new(Parts.Ids.Next(), outcome?.Operation ?? item.Item.Kind ?? "", Parts.Now)
    {
        Incoming = true,
        Document = outcome?.Document,
        RequestId = item.Item.ReplyTo,
        Payload = item.Payload,
        Description = outcome?.Description,
    };

    private static IReadOnlyList<string> DocumentsOf(IncomingOutcome outcome) => [.. (outcome.Facts ?? []).Select(fact => fact.Document).Append(outcome.Document!).Where(document => document is not null).Distinct()];
}
