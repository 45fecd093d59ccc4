using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>What the methods of the order station share.</summary>
internal sealed class SuzParts
{
    public SuzParts(ZnakParts parts, ISuzClient client)
    {
        Znak = parts;
        Client = client;
        SubOrders = new SubOrders(parts.Records);
        Messages = new SuzMessages(parts.Plan.Suz);
        Closings = new OpenClosings(parts.Exchange);
        var closer = new OrderCloser(parts.Exchange, parts.Adapter, Messages, Closings);
        Fetch = StationFetch.Make(client, parts.Codes, parts.Records, closer, parts.Plan.Suz, parts.Time, parts.Logger);
        Jobs = new CodeFetch(SuzStations.All(parts.Plan), Fetch, parts.Logger);
    }

    public ZnakParts Znak { get; }

    public ISuzClient Client { get; }

    public SubOrders SubOrders { get; }

    public SuzMessages Messages { get; }

    public OpenClosings Closings { get; }

    public StationFetch Fetch { get; }

    public CodeFetch Jobs { get; }

    public SuzStation Find(string? organisation) => SuzStations.Find(Znak.Plan, organisation);

    /// <summary>The profile an order belongs to: by its records, by the organisation named, or the only one.</summary>
    public async Task<SuzStation> OfOrderAsync(string orderId, string? organisation, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(organisation)) return Find(organisation);
        var found = await SubOrders.OfOrderAsync(orderId, cancellationToken).ConfigureAwait(false);
        return found is [var known, ..] && SuzStations.All(Znak.Plan).FirstOrDefault(station => station.OmsId == known.OmsId) is { } own ? own : Find(null);
    }

    /// <summary>Does something under the profile's lock, with which no codes are fetched.</summary>
    /// <exception cref="ConnectorException"><c>Busy</c>: codes are being fetched.</exception>
    public async Task<T> LockedAsync<T>(SuzStation station, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await using var lease = await Znak.Records.TryLeaseAsync(StationFetch.LockOf(station), Znak.Plan.Suz.LockTime, cancellationToken).ConfigureAwait(false);
        if (lease is null)
        {
            throw new ConnectorException(new ConnectorError(ConnectorErrorCode.Busy, $"Codes of the profile {station.OmsId} are being fetched just now. Try again in a few minutes.")
            {
                MessageRu = $"Сейчас получаются коды профиля {station.OmsId}. Повторите через несколько минут.",
                Reason = "SUZ_FETCHING",
                Retryable = true,
            });
        }

        return await work().ConfigureAwait(false);
    }
}
