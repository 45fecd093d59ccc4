using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace Connectors.ChestnyZnak;

/// <summary>Fetches the list of hosts of the permissive mode, and asks each of them how it is.</summary>
internal sealed class CdnFetch(ZnakPlan plan, SaleLinks links, PermissiveKeys keys, ILogger logger)
{
    private readonly PermissiveRules rules = plan.Permissive;

    public async Task<IReadOnlyList<KnownHost>> FetchAsync(ZnakOrganisation organisation, CancellationToken cancellationToken)
    {
        var key = await keys.GetAsync(organisation, cancellationToken).ConfigureAwait(false);
        var answer = await AskAsync(organisation, key, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 401 && organisation.PermissiveKey is null)
        {
            keys.Refused(organisation, key);
            key = await keys.GetAsync(organisation, cancellationToken).ConfigureAwait(false);
            answer = await AskAsync(organisation, key, cancellationToken).ConfigureAwait(false);
        }

        if (answer.Status == 401) keys.Refused(organisation, key);
        if (answer.Status != 200) throw PermissiveErrors.NoList(organisation, answer);
        keys.Accepted(organisation, key);
        var hosts = Read(organisation, answer);
        var known = await Task.WhenAll(hosts.Select(host => HealthAsync(organisation, host, key, cancellationToken))).ConfigureAwait(false);
        return [.. known.OrderBy(host => host.AverageMilliseconds ?? long.MaxValue)];
    }

    private Task<LinkAnswer> AskAsync(ZnakOrganisation organisation, string key, CancellationToken cancellationToken) =>
        links.AskHostAsync(organisation.Contour, Root(organisation), SaleRequests.Get("/api/v4/true-api/cdn/info", plan.Limits.Read, ("X-API-KEY", key)), cancellationToken);

    private List<Uri> Read(ZnakOrganisation organisation, LinkAnswer answer)
    {
        var json = answer.Json();
        var hosts = new List<Uri>();
        foreach (var item in json.Items("hosts"))
        {
            if (!Uri.TryCreate(item.Text("host") ?? item.TextOf(), UriKind.Absolute, out var host)) continue;
            if (HostTrust.IsTrusted(Root(organisation), host, rules.HostDomains, plan.Settings.AllowedHosts)) hosts.Add(host);
            else PermissiveLog.HostRefused(logger, host.Authority);
        }

        return (json.Long("code") ?? 0) == 0 && hosts.Count > 0 ? [.. hosts.Distinct()] : throw PermissiveErrors.EmptyList(organisation);
    }

    // The check goes over the connection that sales will use: the first sale finds it open.
    private async Task<KnownHost> HealthAsync(ZnakOrganisation organisation, Uri host, string key, CancellationToken cancellationToken)
    {
        var answer = await links.AskHostAsync(organisation.Contour, host, SaleRequests.Get("/api/v4/true-api/cdn/health/check", rules.HealthLimit, ("X-API-KEY", key)), cancellationToken).ConfigureAwait(false);
        var json = answer.Status == 200 ? answer.Json() : null;
        var average = json.Long("code") == 0 ? json.Long("avgTimeMs") : null;
        if (average is null) PermissiveLog.HostUnwell(logger, host.Authority, answer.IsOk ? $"CODE_{json.Text("code")}" : answer.Word);
        return new KnownHost(host, average);
    }

    private Uri Root(ZnakOrganisation organisation) => plan.Services[(organisation.Contour, ZnakService.Cdn)].BaseAddress;
}
