using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Applies what stored items mean, by rank and age. When one of a document fails, its later ones wait for the next run.</summary>
/// <remarks>Items that have nothing to do with each other share a commit: it is the commits that take the time.</remarks>
internal sealed class IncomingHandling(RunScope scope, OrganisationLedger ledger, IIncomingAdapter incoming)
{
    private readonly HashSet<string> failed = new(StringComparer.Ordinal);
    private readonly HashSet<string> failedItems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredIncoming> done = new(StringComparer.Ordinal);
    private readonly OutcomeWindow window = new();
    private readonly OutcomeCommits commits = new(scope);
    private readonly List<StoredIncoming> unsure = [];
    private readonly HashSet<string> outrun = new(StringComparer.Ordinal);
    private LinkedList<StoredIncoming> todo = [];
    private Dictionary<(string Hash, string? ReplyTo), StoredIncoming> effects = [];

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
        done.Clear();
        unsure.Clear();
        effects = await KnownIncoming.HandledAsync(Parts, ledger.Organisation, items.Select(item => item.Hash), CancellationToken.None).ConfigureAwait(false);
        todo = new LinkedList<StoredIncoming>(items.OrderBy(item => scope.Calls.Ask("RankOf", () => incoming.RankOf(item), int.MaxValue)));
        while (!scope.IsOver && !ledger.IsStopped && await lease.HoldsAsync().ConfigureAwait(false))
        {
            if (todo.First is { Value: var item } && !window.IsFull && !window.Concerns(item))
            {
                todo.RemoveFirst();
                await TakeAsync(item).ConfigureAwait(false);
            }
            else if (!window.IsEmpty)
            {
                await FlushAsync().ConfigureAwait(false);
            }
            else
            {
                break;
            }
        }

        await WriteWindowAsync().ConfigureAwait(false);
        return [.. done.Values];
    }

    private Task TakeAsync(StoredIncoming item)
    {
        if (done.ContainsKey(item.Id) || (item.Item.ReplyTo is { } request && failed.Contains(request))) return Task.CompletedTask;
        return effects.TryGetValue(IncomingTwins.KeyOf(item), out var twin) ? PutAwayAsync(item, twin) : HandleAsync(item);
    }

    private async Task PutAwayAsync(StoredIncoming item, StoredIncoming twin)
    {
        if (!await WriteAsync(item with { Stage = IncomingStage.Handled, LastError = null }, new IncomingOutcome(true) { Description = IncomingTwins.Describe(twin) }).ConfigureAwait(false)) return;
        ledger.Succeed();
        done[item.Id] = item with { Stage = IncomingStage.Handled };
    }

    private async Task HandleAsync(StoredIncoming item)
    {
        var (outcome, failure) = await scope.Calls.TryAsync("HandleIncomingAsync", token => incoming.HandleIncomingAsync(item, token), scope.CallToken).ConfigureAwait(false);
        if (scope.CallToken.IsCancellationRequested && outcome is null) return;
        failure ??= outcome is null ? ExchangeErrors.Nothing("HandleIncomingAsync") : null;
        if (window.HasEffects && outcome is { Error: null } && IsBare(outcome))
        {
            // Perhaps only for want of what is not committed yet: it is asked about again then, before what comes after it.
            unsure.Add(item);
            return;
        }

        if ((failure ?? outcome!.Error) is not null ? window.HasEffects : window.Concerns(outcome!))
        {
            todo.AddFirst(item);
            await FlushAsync().ConfigureAwait(false);
            return;
        }

        if (failure is not null) await FailAsync(item, failure, []).ConfigureAwait(false);
        else await KeepAsync(item, outcome!).ConfigureAwait(false);
    }

    private async Task KeepAsync(StoredIncoming item, IncomingOutcome outcome)
    {
        var documents = DocumentsOf(outcome);
        if (documents.Any(failed.Contains)) return;
        if (outcome.Error is { } error)
        {
            await WriteAsync(item with { Stage = IncomingStage.Parked, LastError = error }, outcome).ConfigureAwait(false);
            Spare(item, documents);
            ledger.Fail(error, stops: false, report => report with { Unclear = report.Unclear + 1 });
            return;
        }

        if (outcome.Handled) window.Add(new PendingOutcome(scope, ledger, item, outcome));
        else kept[item.Id] = Handled;
    }

    // What is kept, or handled without an effect.
    private static bool IsBare(IncomingOutcome outcome) => !outcome.Handled || !OutcomeWindow.TouchesOf(outcome).Any();

    private async Task FlushAsync()
    {
        await WriteWindowAsync().ConfigureAwait(false);
        for (var at = unsure.Count - 1; at >= 0; at--) todo.AddFirst(unsure[at]);
        unsure.Clear();
    }

    private async Task WriteWindowAsync()
    {
        if (window.IsEmpty) return;
        var pending = window.Take();
        await foreach (var (one, draft, error) in commits.WriteAsync(pending).ConfigureAwait(false))
        {
            if (draft is not null) Tell(one, draft);
            else if (error is null) kept[one.Item.Id] = Handled;
            // Somebody wrote the record while the others were asked about; once, that is no failure of the item.
            else if (pending.Count > 1 && error.Reason == ExchangeErrors.RecordChangedReason && outrun.Add(one.Item.Id)) unsure.Add(one.Item);
            else await FailAsync(one.Item, error, DocumentsOf(one.Outcome)).ConfigureAwait(false);
        }
    }

    private void Tell(PendingOutcome one, CommitDraft written)
    {
        Handled++;
        foreach (var handled in one.Tell(written)) done[handled.Id] = handled;
        effects.TryAdd(IncomingTwins.KeyOf(one.Item), one.Item);
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
        if (item.Stage == IncomingStage.Parked) draft.Write(PendingOutcome.RecordOf(Parts, item, outcome) with { Description = item.LastError?.Message });
        if (item.Stage == IncomingStage.Handled) draft.Write(PendingOutcome.RecordOf(Parts, item, outcome));
        return await Parts.Store.CommitAsync(draft.Build(), CancellationToken.None).ConfigureAwait(false) is null;
    }

    private static IReadOnlyList<string> DocumentsOf(IncomingOutcome outcome) => [.. (outcome.Facts ?? []).Select(fact => fact.Document).Append(outcome.Document!).Where(document => document is not null).Distinct()];
}
