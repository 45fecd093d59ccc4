using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>A box whose content a workplace handed over: nothing is read from the UTM and nothing is removed there.</summary>
internal sealed class GivenBox(EgaisAdapter adapter, IReadOnlyList<IncomingXml> given) : IExchangeAdapter, IIncomingAdapter
{
    private readonly Dictionary<(string, string), byte[]> contents = given.GroupBy(one => (one.Item.Organisation, one.Item.RemoteId)).ToDictionary(group => group.Key, group => group.Last().Content);

    public IDocumentStatuses Statuses => adapter.Statuses;

    public ISigner? SignerOf(string organisation) => null;

    public ValueTask<SendOutcome> SendAsync(ExchangeMessage message, CancellationToken cancellationToken) => adapter.SendAsync(message, cancellationToken);

    public ValueTask<FindOutcome> FindSentAsync(ExchangeMessage message, CancellationToken cancellationToken) => adapter.FindSentAsync(message, cancellationToken);

    public ValueTask<ReplyOutcome> GetReplyAsync(ExchangeMessage message, CancellationToken cancellationToken) => adapter.GetReplyAsync(message, cancellationToken);

    public TimeSpan? DelayOf(ExchangeMessage message) => adapter.DelayOf(message);

    public ValueTask<SessionChallenge?> SetSessionKeyAsync(SessionChallenge challenge, ReadOnlyMemory<byte> cms, CancellationToken cancellationToken) => new((SessionChallenge?)null);

    public async IAsyncEnumerable<IncomingItem> ListIncomingAsync(string organisation, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var one in given.Where(one => one.Item.Organisation == organisation)) yield return one.Item;
    }

    public ValueTask<byte[]> FetchIncomingAsync(IncomingItem item, CancellationToken cancellationToken) =>
        contents.TryGetValue((item.Organisation, item.RemoteId), out var content) ? new(content) : throw new ConnectorException(UtmErrors.Gone(item.Organisation, item.Address));

    public int RankOf(StoredIncoming item) => adapter.RankOf(item);

    public ValueTask<IncomingOutcome> HandleIncomingAsync(StoredIncoming item, CancellationToken cancellationToken) => adapter.HandleIncomingAsync(item, cancellationToken);

    public bool MayAcknowledge(string organisation) => false;

    public ValueTask AcknowledgeIncomingAsync(IncomingItem item, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
