using System.Collections.Concurrent;
using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>The lists of hosts of all organisations: at hand, kept over restarts, fetched anew behind sales. Thread-safe.</summary>
internal sealed class CdnHosts(PermissiveRules rules, IConnectorRecords records, CdnFetch fetch, Errands errands, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, HostRing> rings = new(StringComparer.Ordinal);

    /// <summary>The hosts at hand; without any, those of the last run, and without them the first list is waited for as long as the sale may last.</summary>
    public async ValueTask<HostRing?> FindAsync(ZnakOrganisation organisation, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (rings.TryGetValue(NameOf(organisation), out var ring))
        {
            // The job may have run on another server: its list lies in the store.
            if (ring.IsTimeToLook()) _ = errands.Start($"list {NameOf(organisation)}", stopping => TakeOverAsync(organisation, ring, stopping));
            return ring;
        }

        if (await HostList.FindAsync(records, NameOf(organisation), cancellationToken).ConfigureAwait(false) is { } kept) return Use(organisation, kept);
        try
        {
            await RefreshSoon(organisation).WaitAsync(limit, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return null;
        }

        return rings.GetValueOrDefault(NameOf(organisation));
    }

    /// <summary>The list at hand or in the store, without asking anybody.</summary>
    public async ValueTask<HostList?> LastAsync(ZnakOrganisation organisation, CancellationToken cancellationToken) =>
        await HostList.FindAsync(records, NameOf(organisation), cancellationToken).ConfigureAwait(false) ?? rings.GetValueOrDefault(NameOf(organisation))?.List;

    /// <summary>Fetches the list behind the sale.</summary>
    public Task RefreshSoon(ZnakOrganisation organisation) => errands.Start($"hosts {NameOf(organisation)}", stopping => RefreshAsync(organisation, stopping));

    /// <summary>Fetches the list, asks every host how it is, and keeps both.</summary>
    /// <exception cref="ConnectorException">There is no key, or the list is not given; the last good one stays.</exception>
    public async Task<HostList> RefreshAsync(ZnakOrganisation organisation, CancellationToken cancellationToken)
    {
        var hosts = await fetch.FetchAsync(organisation, cancellationToken).ConfigureAwait(false);
        var now = time.GetUtcNow();
        var spread = rules.RefreshLatest - rules.RefreshEarliest;
        var list = new HostList(hosts, now, now + rules.RefreshEarliest + (spread * Random.Shared.NextDouble()));
        Use(organisation, list);
        await list.KeepAsync(records, NameOf(organisation), cancellationToken).ConfigureAwait(false);
        return list;
    }

    private async Task TakeOverAsync(ZnakOrganisation organisation, HostRing ring, CancellationToken cancellationToken)
    {
        if (await HostList.FindAsync(records, NameOf(organisation), cancellationToken).ConfigureAwait(false) is { } kept && kept.FetchedAt > ring.List.FetchedAt) Use(organisation, kept);
    }

    private HostRing Use(ZnakOrganisation organisation, HostList list)
    {
        var ring = new HostRing(list, rules, time);
        foreach (var host in list.Hosts.Where(host => host.AverageMilliseconds is null)) ring.SetAside(host.Address);
        return rings[NameOf(organisation)] = ring;
    }

    private static string NameOf(ZnakOrganisation organisation) => $"{organisation.Contour}:{organisation.Inn}";
}
