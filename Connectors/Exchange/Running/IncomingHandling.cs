using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Applies what stored items mean, by rank and age. When one of a document fails, its later ones wait for the next run.</summary>
internal sealed class IncomingHandling(RunScope scope, OrganisationLedger ledger, IIncomingAdapter incoming)
{
    private readonly HashSet<string> failed = new(StringComparer.Ordinal);
    private readonly HashSet<string> completed = new(StringComparer.Ordinal);

    private EngineParts Parts => scope.Parts;

    public async Task<bool> RunAsync(IReadOnlyList<StoredIncoming> items)
    {
        var any = false;
        foreach (var item in items.OrderBy(item => scope.Calls.Ask("RankOf", () => incoming.RankOf(item), int.MaxValue)))
        {
            if (scope.IsOver || ledger.IsStopped) return any;
            if (completed.Contains(item.Id) || completed.Contains(item.Item.RemoteId) || (item.Item.ReplyTo is { } request && failed.Contains(request))) continue;
            any |= await HandleAsync(item).ConfigureAwait(false);
        }

        return any;
    }

    private async Task<bool> HandleAsync(StoredIncoming item)
    {
        var (outcome, failure) = await scope.Calls.TryAsync("HandleIncomingAsync", token => incoming.HandleIncomingAsync(item, token), scope.CallToken).ConfigureAwait(false);
        if (failure is not null || outcome is null)
        {
            if (!scope.CallToken.IsCancellationRequested) await FailAsync(item, failure ?? ExchangeErrors.Nothing("HandleIncomingAsync"), []).ConfigureAwait(false);
            return false;
        }

        var documents = DocumentsOf(outcome);
        if (documents.Any(failed.Contains)) return false;
        if (outcome.Error is { } error)
        {
            await WriteAsync(item with { Stage = IncomingStage.Parked, LastError = error }, outcome).ConfigureAwait(false);
            Spare(item, documents);
            ledger.Fail(error, stops: false, report => report with { Unclear = report.Unclear + 1 });
            return false;
        }

        try
        {
            return await ApplyAsync(item, outcome).ConfigureAwait(false);
        }
        catch (ConnectorException refused)
        {
            await FailAsync(item, refused.Error, documents).ConfigureAwait(false);
            return false;
        }
    }

    private async Task<bool> ApplyAsync(StoredIncoming item, IncomingOutcome outcome)
    {
        var replies = new IncomingReplies(scope, ledger.Organisation);
        var orphan = false;
        var draft = await scope.Commits.WriteAsync(async fresh =>
        {
            var now = await Parts.Store.FindIncomingAsync(Parts.ConnectorId, ledger.Organisation, item.Item.RemoteId, CancellationToken.None).ConfigureAwait(false);
            if (now is not { Stage: IncomingStage.Stored }) return false;
            orphan = outcome.Replies is { Count: > 0 } && !await replies.ApplyAsync(fresh, outcome.Replies, CancellationToken.None).ConfigureAwait(false);
            // An answer to a message that is not known yet stays: its message may still be on the way to being accepted.
            if (orphan || !outcome.Handled) return false;
            foreach (var fact in outcome.Facts ?? []) await fresh.AddFactAsync(fact, CancellationToken.None).ConfigureAwait(false);
            await fresh.AddBelongingsAsync(outcome.Records ?? [], outcome.Next ?? [], CancellationToken.None).ConfigureAwait(false);
            fresh.Change(now with { Stage = IncomingStage.Handled, LastError = null });
            fresh.Write(RecordOf(item, outcome));
            await CompleteAsync(fresh, outcome.Completes ?? []).ConfigureAwait(false);
            return true;
        }, CancellationToken.None).ConfigureAwait(false);
        if (draft is null) return false;
        completed.UnionWith(outcome.Completes ?? []);
        ledger.Succeed(report => report with { Received = report.Received + 1, Finished = report.Finished + replies.Finished });
        ledger.Change(new ExchangeChange(ledger.Organisation, outcome.Operation ?? "") { Document = outcome.Document, Received = true, NewStatus = draft.Documents.FindChanged(outcome.Document)?.Status, NewActions = draft.Documents.FindChanged(outcome.Document)?.Actions ?? [] });
        foreach (var moved in replies.Moved) ledger.Change(moved.AsChange());
        return true;
    }

    private async Task CompleteAsync(CommitDraft draft, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0) return;
        var stored = await Parts.Store.ListIncomingAsync(Parts.ConnectorId, ledger.Organisation, [IncomingStage.Stored], null, int.MaxValue, CancellationToken.None).ConfigureAwait(false);
        foreach (var kept in stored.Where(kept => ids.Contains(kept.Id) || ids.Contains(kept.Item.RemoteId))) draft.Change(kept with { Stage = IncomingStage.Handled, LastError = null });
    }

    private async Task FailAsync(StoredIncoming item, ConnectorError error, IReadOnlyList<string> documents)
    {
        Log.IncomingFailed(Parts.Logger, Parts.ConnectorId, item.Id, ledger.Organisation, "handle", error.Code, error.Reason);
        var attempt = item.Attempt + 1;
        await WriteAsync(item with { Attempt = attempt, LastError = error, Stage = attempt >= Parts.Options.IncomingAttempts ? IncomingStage.Parked : item.Stage }, null).ConfigureAwait(false);
        Spare(item, documents);
        ledger.Fail(error, stops: false);
    }

    private void Spare(StoredIncoming item, IReadOnlyList<string> documents)
    {
        failed.UnionWith(documents);
        if (item.Item.ReplyTo is { } request) failed.Add(request);
    }

    private async Task WriteAsync(StoredIncoming item, IncomingOutcome? outcome)
    {
        var draft = new CommitDraft(Parts, scope.Adapter, scope.Calls, scope.Run.User);
        draft.Change(item);
        if (item.Stage == IncomingStage.Parked) draft.Write(RecordOf(item, outcome) with { Description = item.LastError?.Message });
        await Parts.Store.CommitAsync(draft.Build(), CancellationToken.None).ConfigureAwait(false);
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
