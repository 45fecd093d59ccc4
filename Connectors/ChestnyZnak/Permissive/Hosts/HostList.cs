using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>A list of hosts of the permissive mode, as it is kept over restarts.</summary>
/// <param name="Hosts">The hosts.</param>
/// <param name="FetchedAt">When the system told it.</param>
/// <param name="DueAt">When the job fetches it again.</param>
internal sealed record HostList(IReadOnlyList<KnownHost> Hosts, DateTimeOffset FetchedAt, DateTimeOffset DueAt)
{
    private const string Kind = "permissive-hosts";

    public static async ValueTask<HostList?> FindAsync(IConnectorRecords records, string key, CancellationToken cancellationToken)
    {
        if (await records.GetAsync(Kind, key, cancellationToken).ConfigureAwait(false) is not { } record) return null;
        try
        {
            var stored = JsonText.Parse(Encoding.UTF8.GetString(record.Content));
            var hosts = stored.Items("hosts").Select(Host).OfType<KnownHost>().ToList();
            return hosts.Count > 0 && stored.Moment("fetchedAt") is { } fetched && stored.Moment("dueAt") is { } due ? new HostList(hosts, fetched, due) : null;
        }
        catch (JsonException)
        {
            // Written by another version: as good as none, for a new one replaces it.
            return null;
        }
    }

    public ValueTask KeepAsync(IConnectorRecords records, string key, CancellationToken cancellationToken)
    {
        var content = new JObject
        {
            ["fetchedAt"] = FetchedAt.ToUnixTimeMilliseconds(),
            ["dueAt"] = DueAt.ToUnixTimeMilliseconds(),
            ["hosts"] = new JArray(Hosts.Select(host => new JObject { ["host"] = host.Address.AbsoluteUri, ["avgTimeMs"] = host.AverageMilliseconds })),
        };
        return records.WriteAsync([new RecordChange(Kind, key, Encoding.UTF8.GetBytes(content.ToString(Formatting.None)))], cancellationToken);
    }

    private static KnownHost? Host(JToken item) =>
        Uri.TryCreate(item.Text("host"), UriKind.Absolute, out var address) ? new KnownHost(address, item.Long("avgTimeMs")) : null;
}
