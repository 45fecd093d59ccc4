using System.Runtime.CompilerServices;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Microsoft.Extensions.Logging;

namespace Connectors.Egais;

/// <summary>The out-box of a UTM as the exchange receives from it: whose entries, in which order, and how one is read and removed.</summary>
internal sealed class UtmOutBox(EgaisPlan plan, UtmClient utm, UtmOwners owners, IExchange exchange, ILogger logger)
{
    private const int Page = 200;
    private static readonly IReadOnlyList<ExchangeStage> Waiting = [ExchangeStage.Sending, ExchangeStage.Accepted, ExchangeStage.WaitingRemote, ExchangeStage.Uncertain];

    public async IAsyncEnumerable<IncomingItem> ListAsync(EgaisOrganisation organisation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Asked now, not remembered: with a new database the old numbers mean other documents.
        var identity = await owners.CheckAsync(organisation, cancellationToken).ConfigureAwait(false);
        var entries = await ReadAsync(organisation, cancellationToken).ConfigureAwait(false);
        var first = entries.Count > plan.Limits.Backlog ? await WaitingAsync(organisation, entries.Count, cancellationToken).ConfigureAwait(false) : [];
        foreach (var entry in entries.OrderBy(entry => entry.NormalReplyId is { } id && first.Contains(id) ? 0 : 1).ThenBy(entry => RankOf(entry.Type)).ThenBy(entry => entry.Order))
        {
            if (!organisation.LoadIncoming && !await IsAnswerAsync(organisation, entry, cancellationToken).ConfigureAwait(false)) continue;
            yield return new IncomingItem(organisation.FsrarId, BoxIds.Of(identity.Epoch, entry.Path), entry.Path) { Kind = entry.Type, ReplyTo = entry.NormalReplyId };
        }
    }

    public async ValueTask<byte[]> FetchAsync(EgaisOrganisation organisation, IncomingItem item, CancellationToken cancellationToken)
    {
        var identity = await owners.EnsureAsync(organisation, cancellationToken).ConfigureAwait(false);
        // The same number is another document there now, and is listed under its own id.
        if (BoxIds.EpochOf(item.RemoteId) != identity.Epoch) throw new ConnectorException(UtmErrors.Gone(UtmClient.TargetOf(organisation), item.Address));
        return await utm.FetchAsync(organisation, item.Address, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DeleteAsync(EgaisOrganisation organisation, IncomingItem item, CancellationToken cancellationToken)
    {
        var identity = await owners.EnsureAsync(organisation, cancellationToken).ConfigureAwait(false);
        if (BoxIds.EpochOf(item.RemoteId) != identity.Epoch)
        {
            UtmLog.OtherEpoch(logger, item.Address, organisation.FsrarId, UtmClient.TargetOf(organisation));
            return;
        }

        await utm.DeleteAsync(organisation, item.Address, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tickets first, then waybills beside their registrations, then the rest.</summary>
    internal static int RankOf(string type) => type.ToUpperInvariant() switch
    {
        "TICKET" => 0,
        "FORM2REGINFO" or "FORMBREGINFO" or "TTNHISTORYF2REG" => 1,
        var other when other.StartsWith("WAYBILL_", StringComparison.Ordinal) || other == "WAYBILL" => 1,
        _ => 2,
    };

    private async ValueTask<IReadOnlyCollection<UtmEntry>> ReadAsync(EgaisOrganisation organisation, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<string, UtmEntry>(StringComparer.Ordinal);
        var foreign = 0;
        await foreach (var entry in utm.ListAsync(organisation, null, cancellationToken).ConfigureAwait(false))
        {
            // One UTM may serve several organisations: the id says whose answer it is.
            if (ReplyIds.OwnerOf(entry.ReplyId) is { } owner && owner != organisation.FsrarId) foreign++;
            else entries.TryAdd(entry.Path, entry);
        }

        if (foreign > 0) UtmLog.Foreign(logger, foreign, UtmClient.TargetOf(organisation), organisation.FsrarId);
        return entries.Values;
    }

    private async ValueTask<HashSet<string>> WaitingAsync(EgaisOrganisation organisation, int count, CancellationToken cancellationToken)
    {
        UtmLog.Backlog(logger, count, UtmClient.TargetOf(organisation), organisation.FsrarId);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (string? after = null; ;)
        {
            var page = await exchange.ListMessagesAsync(new ExchangeQuery { Organisation = organisation.FsrarId, Stages = Waiting, After = after, Limit = Page }, cancellationToken).ConfigureAwait(false);
            ids.UnionWith(page.Select(message => message.RequestId).OfType<string>());
            if (page.Count < Page) return ids;
            after = page[^1].Id;
        }
    }

    private async ValueTask<bool> IsAnswerAsync(EgaisOrganisation organisation, UtmEntry entry, CancellationToken cancellationToken) =>
        entry.NormalReplyId is { } id && await exchange.FindByRequestIdAsync(organisation.FsrarId, id, cancellationToken).ConfigureAwait(false) is not null;
}
