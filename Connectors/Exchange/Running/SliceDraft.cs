using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>A slice in the making: what was fetched and what failed, written in one commit.</summary>
internal sealed class SliceDraft(RunScope scope, OrganisationLedger ledger)
{
    private readonly List<(StoredIncoming Item, ProtocolRecord? Record)> writes = [];
    private readonly List<StoredIncoming> again = [];

    private EngineParts Parts => scope.Parts;

    /// <summary>How many bytes it holds.</summary>
    public long Bytes { get; private set; }

    public void Take(ListedItem listed, byte[] bytes)
    {
        ledger.Succeed();
        Bytes += bytes.Length;
        var hash = CommitDraft.HashOf(bytes)!;
        // The same as then: its removal did not take.
        if (listed is { IsBack: true, Known: { } known } && IncomingTwins.KeyOf(known) == (hash, listed.Item.ReplyTo)) again.Add(known with { Item = listed.Item });
        else writes.Add((RowOf(listed) with { Payload = bytes, Hash = hash, Attempt = 0, LastError = null, Stage = IncomingStage.Stored }, null));
    }

    public void Fail(ListedItem listed, ConnectorError error)
    {
        // A stopped run has fetched nothing.
        if (scope.CallToken.IsCancellationRequested) return;
        if (error.Reason == IIncomingAdapter.NotFound)
        {
            Drop(listed);
            return;
        }

        var item = RowOf(listed);
        Log.IncomingFailed(Parts.Logger, Parts.ConnectorId, item.Id, ledger.Organisation, "fetch", error.Code, error.Reason);
        ledger.Fail(error, stops: ExchangeErrors.IsAway(error));
        // What may pass by itself never parks a document. Once is an accident; twice, and the others go before it for a while.
        var passes = error.Retryable || ExchangeErrors.IsAway(error);
        if (passes && item.Attempt > 0) Parts.Waits.Begin(item.Id, Parts.Now + Parts.Options.IncomingRetry);
        var attempt = passes ? Math.Max(item.Attempt, 1) : item.Attempt + 1;
        var parked = !passes && attempt >= Parts.Options.IncomingAttempts;
        if (parked) ledger.Note(report => report with { Unclear = report.Unclear + 1 });
        writes.Add((item with { Attempt = attempt, LastError = error, Stage = parked ? IncomingStage.Parked : IncomingStage.Seen }, parked ? RecordOf(item, error.Message) : null));
    }

    /// <summary>Keeps what was listed and not fetched.</summary>
    public void Leave(ListedItem listed)
    {
        if (listed.Known is null) writes.Add((RowOf(listed), null));
    }

    public async Task<FetchedSlice> WriteAsync()
    {
        if (writes.Count == 0) return new FetchedSlice([], again);
        var twins = await KnownIncoming.HandledAsync(Parts, ledger.Organisation, writes.Select(write => write.Item.Hash), CancellationToken.None).ConfigureAwait(false);
        for (var at = 0; at < writes.Count; at++)
        {
            var item = writes[at].Item;
            if (item.Stage == IncomingStage.Stored && twins.TryGetValue(IncomingTwins.KeyOf(item), out var twin)) writes[at] = (item with { Stage = IncomingStage.Handled }, RecordOf(item, IncomingTwins.Describe(twin)));
        }

        var written = await TryWriteAsync(writes).ConfigureAwait(false) ? writes : await WriteEachAsync().ConfigureAwait(false);
        var kept = written.Select(write => write.Item with { Version = write.Item.Version + 1 }).ToList();
        return new FetchedSlice([.. kept.Where(item => item.Stage == IncomingStage.Stored)], [.. again, .. kept.Where(item => item.Stage == IncomingStage.Handled)]);
    }

    // Somebody else took it before its bytes were here.
    private void Drop(ListedItem listed)
    {
        if (listed.Known is { Stage: IncomingStage.Seen } seen) writes.Add((seen with { Stage = IncomingStage.Acknowledged, LastError = null }, RecordOf(seen, "Somebody else took it out of the box before it was fetched.")));
    }

    private StoredIncoming RowOf(ListedItem listed) => listed switch
    {
        { IsBack: true, Known: { } known } => new StoredIncoming(Parts.Ids.Next(), listed.Item with { RemoteId = BoxNames.Of(listed.Item.RemoteId, BoxNames.NumberOf(known.Item.RemoteId) + 1) }, []) { CreatedAt = Parts.Now },
        { Known: { } known } => known,
        _ => new StoredIncoming(Parts.Ids.Next(), listed.Item, []) { Stage = IncomingStage.Seen, CreatedAt = Parts.Now },
    };

    // A conflict means that another server was quicker with an item; then it is its item, and the others are ours.
    private async Task<List<(StoredIncoming Item, ProtocolRecord? Record)>> WriteEachAsync()
    {
        List<(StoredIncoming Item, ProtocolRecord? Record)> ours = [];
        foreach (var write in writes)
        {
            if (await TryWriteAsync([write]).ConfigureAwait(false)) ours.Add(write);
        }

        return ours;
    }

    private async Task<bool> TryWriteAsync(IReadOnlyList<(StoredIncoming Item, ProtocolRecord? Record)> some)
    {
        var draft = new CommitDraft(Parts, scope.Adapter, scope.Calls, scope.Run.User);
        foreach (var (item, record) in some)
        {
            draft.Change(item);
            if (record is not null) draft.Write(record);
        }

        return await Parts.Store.CommitAsync(draft.Build(), CancellationToken.None).ConfigureAwait(false) is null;
    }

    private ProtocolRecord RecordOf(StoredIncoming item, string description) => new(Parts.Ids.Next(), item.Item.Kind ?? "", Parts.Now)
    {
        Incoming = true,
        RequestId = item.Item.ReplyTo,
        Payload = item.Payload.Length == 0 ? null : item.Payload,
        Description = description,
    };
}
