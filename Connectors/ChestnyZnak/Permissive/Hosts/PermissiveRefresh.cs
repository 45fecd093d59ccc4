using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Brings the permissive mode up to date: key, list and health of hosts, local modules, local services. One at a time.</summary>
internal sealed class PermissiveRefresh(PermissiveRules rules, CdnHosts hosts, PermissiveKeys keys, LocalStates local, TimeProvider time)
{
    // A sign-in, the list and the health of every host of an organisation.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private readonly Lock sync = new();
    private Task<IReadOnlyList<PermissiveLine>>? flight;

    /// <summary>Does everything now. Who comes meanwhile waits for the same run; a caller that leaves does not end it.</summary>
    public Task<IReadOnlyList<PermissiveLine>> FillAsync(CancellationToken cancellationToken)
    {
        lock (sync)
        {
            if (flight is null or { IsCompleted: true }) flight = Task.Run(RunAsync, CancellationToken.None);
            return flight.WaitAsync(cancellationToken);
        }
    }

    /// <summary>What the job does: keys that end soon, and lists that are due.</summary>
    public async Task<IReadOnlyList<PermissiveLine>> RefreshDueAsync(CancellationToken cancellationToken)
    {
        var lines = new List<PermissiveLine>();
        foreach (var organisation in Organisations) lines.Add(await HostsAsync(organisation, onlyDue: true, cancellationToken).ConfigureAwait(false));
        return lines;
    }

    private IEnumerable<ZnakOrganisation> Organisations => rules.Stores.Where(store => store.Chain.Contains(SaleProvider.Cdn)).Select(store => store.Organisation).Distinct();

    private async Task<IReadOnlyList<PermissiveLine>> RunAsync()
    {
        using var limit = new CancellationTokenSource(Longest, time);
        var lines = new List<PermissiveLine>();
        foreach (var organisation in Organisations) lines.Add(await HostsAsync(organisation, onlyDue: false, limit.Token).ConfigureAwait(false));
        foreach (var store in rules.Stores)
        {
            if (store.Lm is not null) lines.Add(await local.ModuleAsync(store, limit.Token).ConfigureAwait(false));
            if (store.Piot is not null) lines.Add(await local.PiotAsync(store, limit.Token).ConfigureAwait(false));
        }

        return lines;
    }

    private async Task<PermissiveLine> HostsAsync(ZnakOrganisation organisation, bool onlyDue, CancellationToken cancellationToken)
    {
        try
        {
            if (onlyDue && !keys.IsRefused(organisation) && await hosts.LastAsync(organisation, cancellationToken).ConfigureAwait(false) is { } last && last.DueAt > time.GetUtcNow())
            {
                await keys.GetAsync(organisation, cancellationToken).ConfigureAwait(false);
                return PermissiveLine.Good(organisation.Inn, "the list of hosts is fresh", "список площадок актуален");
            }

            var list = await hosts.RefreshAsync(organisation, cancellationToken).ConfigureAwait(false);
            var well = list.Hosts.Count(host => host.AverageMilliseconds is not null);
            var (text, textRu) = ($"hosts: {list.Hosts.Count}, well: {well}", $"площадок: {list.Hosts.Count}, исправных: {well}");
            return well > 0 ? PermissiveLine.Good(organisation.Inn, text, textRu) : PermissiveLine.Bad(organisation.Inn, text, textRu, "HOSTS_UNWELL");
        }
        catch (ConnectorException failure)
        {
            return PermissiveLine.Bad(organisation.Inn, failure.Error);
        }
    }
}
