using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Receives: what is listed is seen, fetched and stored, handled, and only then acknowledged. Each item in transactions of its own.</summary>
internal sealed class ReceivePump(RunScope scope, OrganisationLedger ledger, IIncomingAdapter incoming)
{
    private const int Page = 100;
    private readonly IncomingHandling handling = new(scope, ledger, incoming);
    private readonly List<StoredIncoming> again = [];

    private string Organisation => ledger.Organisation;

    private EngineParts Parts => scope.Parts;

    public async Task<bool> RunAsync()
    {
        // Two servers that read one box at once would only hinder each other.
        await using var lease = Parts.Records is null ? null : await Parts.Records.TryLeaseAsync($"receive/{Organisation}", Parts.Options.Lease, CancellationToken.None).ConfigureAwait(false);
        if (Parts.Records is not null && lease is null) return false;
        await ListAsync().ConfigureAwait(false);
        foreach (var item in await StoredAsync([IncomingStage.Seen]).ConfigureAwait(false))
        {
            if (scope.IsOver || ledger.IsStopped) break;
            if (lease is not null && !await lease.RenewAsync(Parts.Options.Lease, CancellationToken.None).ConfigureAwait(false)) return true;
            await FetchAsync(item).ConfigureAwait(false);
        }

        var any = await handling.RunAsync(await StoredAsync([IncomingStage.Stored]).ConfigureAwait(false)).ConfigureAwait(false);
        await AcknowledgeAsync().ConfigureAwait(false);
        return any;
    }

    private async Task ListAsync()
    {
        var (items, error) = await scope.Calls.TryAsync("ListIncomingAsync", async token =>
        {
            List<IncomingItem> listed = [];
            await foreach (var item in incoming.ListIncomingAsync(Organisation, token).ConfigureAwait(false)) listed.Add(item);
            return listed;
        }, scope.CallToken).ConfigureAwait(false);
        if (error is not null) ledger.Fail(error, stops: true);
        else ledger.Succeed();
        foreach (var item in items ?? []) await SeeAsync(item).ConfigureAwait(false);
    }

    private async Task SeeAsync(IncomingItem? item)
    {
        if (item is null || string.IsNullOrEmpty(item.RemoteId))
        {
            ledger.Fail(ExchangeErrors.Nonsense("ListIncomingAsync", "an item has no id", "элемент без идентификатора"), stops: false);
            return;
        }

        var own = item with { Organisation = Organisation };
        var known = await Parts.Store.FindIncomingAsync(Parts.ConnectorId, Organisation, own.RemoteId, CancellationToken.None).ConfigureAwait(false);
        // Its copy is still there, so the last removal did not take.
        if (known is { Stage: IncomingStage.Acknowledged }) again.Add(known);
        if (known is null) await TryWriteAsync(new StoredIncoming(Parts.Ids.Next(), own, []) { Stage = IncomingStage.Seen, CreatedAt = Parts.Now }, null).ConfigureAwait(false);
    }

    private async Task FetchAsync(StoredIncoming item)
    {
        var (bytes, failure) = await scope.Calls.TryAsync("FetchIncomingAsync", token => incoming.FetchIncomingAsync(item.Item, token), scope.CallToken).ConfigureAwait(false);
        if ((failure ?? (bytes is null ? ExchangeErrors.Nothing("FetchIncomingAsync") : null)) is { } error)
        {
            Log.IncomingFailed(Parts.Logger, Parts.ConnectorId, item.Id, Organisation, "fetch", error.Code, error.Reason);
            ledger.Fail(error, stops: true);
            await TryWriteAsync(item with { Attempt = item.Attempt + 1, LastError = error }, null).ConfigureAwait(false);
            return;
        }

        var hash = CommitDraft.HashOf(bytes)!;
        var twin = await Parts.Store.FindIncomingByHashAsync(Parts.ConnectorId, Organisation, hash, CancellationToken.None).ConfigureAwait(false);
        var stored = item with { Payload = bytes!, Hash = hash, Attempt = 0, LastError = null, Stage = twin is null ? IncomingStage.Stored : IncomingStage.Handled };
        await TryWriteAsync(stored, twin is null ? null : new ProtocolRecord(Parts.Ids.Next(), item.Item.Kind ?? "", Parts.Now)
        {
            Incoming = true,
            RequestId = item.Item.ReplyTo,
            Payload = bytes,
            Description = $"A repetition of '{twin.Item.RemoteId}' without effect.",
        }).ConfigureAwait(false);
        ledger.Succeed();
    }

    private async Task AcknowledgeAsync()
    {
        if (!scope.Calls.Ask("MayAcknowledge", () => incoming.MayAcknowledge(Organisation), false)) return;
        foreach (var item in again.Concat(await StoredAsync([IncomingStage.Handled]).ConfigureAwait(false)))
        {
            if (scope.IsOver || ledger.IsStopped) return;
            var (_, error) = await scope.Calls.TryAsync("AcknowledgeIncomingAsync", async token =>
            {
                await incoming.AcknowledgeIncomingAsync(item.Item, token).ConfigureAwait(false);
                return true;
            }, scope.CallToken).ConfigureAwait(false);
            if (error is not null) Log.IncomingFailed(Parts.Logger, Parts.ConnectorId, item.Id, Organisation, "acknowledge", error.Code, error.Reason);
            if (error is not null) ledger.Fail(error, stops: true);
            else if (item.Stage == IncomingStage.Handled) await TryWriteAsync(item with { Stage = IncomingStage.Acknowledged, LastError = null }, null).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<StoredIncoming>> StoredAsync(IReadOnlyList<IncomingStage> stages)
    {
        List<StoredIncoming> all = [];
        for (string? after = null; ;)
        {
            var page = await Parts.Store.ListIncomingAsync(Parts.ConnectorId, Organisation, stages, after, Page, CancellationToken.None).ConfigureAwait(false);
            all.AddRange(page);
            if (page.Count < Page) return all;
            after = page[^1].Id;
        }
    }

    // A conflict means that another server was quicker with the same item; then it is its item.
    private async Task TryWriteAsync(StoredIncoming item, ProtocolRecord? record)
    {
        var draft = new CommitDraft(Parts, scope.Adapter, scope.Calls, scope.Run.User);
        draft.Change(item);
        if (record is not null) draft.Write(record);
        await Parts.Store.CommitAsync(draft.Build(), CancellationToken.None).ConfigureAwait(false);
    }
}
