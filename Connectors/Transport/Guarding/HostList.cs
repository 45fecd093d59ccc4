using System.Net;

namespace Connectors.Transport;

/// <summary>Hosts of the settings, each with one port or with any: <c>host</c>, <c>host:port</c>, <c>fd00::1</c>, <c>[fd00::1]:port</c>.</summary>
internal sealed class HostList
{
    private readonly HashSet<(string Host, int? Port)> hosts = [];

    public HostList(IEnumerable<string> texts)
    {
        foreach (var text in texts) hosts.Add(Read(text));
    }

    public void Add(string host, int? port) => hosts.Add((Plain(host), port));

    public bool Contains(string host, int port)
    {
        var plain = Plain(host);
        return hosts.Contains((plain, port)) || hosts.Contains((plain, null));
    }

    /// <summary>A host and a port as the settings write them: the colons of an IPv6 address are not those of a port.</summary>
    public static string Text(string host, int? port) => (host.Contains(':', StringComparison.Ordinal), port) switch
    {
        (true, not null) => $"[{host}]:{port}",
        (false, not null) => $"{host}:{port}",
        _ => host,
    };

    public override string ToString() => string.Join(", ", hosts.Select(host => Text(host.Host, host.Port)).Order(StringComparer.Ordinal));

    private static (string Host, int? Port) Read(string text)
    {
        var colon = text.LastIndexOf(':');
        var withPort = colon > 0 && (text[colon - 1] == ']' || text.IndexOf(':', StringComparison.Ordinal) == colon);
        return withPort ? (Plain(text[..colon]), int.Parse(text.AsSpan(colon + 1), System.Globalization.CultureInfo.InvariantCulture)) : (Plain(text), null);
    }

    // One spelling for each host: without brackets, an IPv6 address in its shortest form, names in lower case.
    private static string Plain(string host)
    {
        var bare = host.Length > 1 && host[0] == '[' && host[^1] == ']' ? host[1..^1] : host;
        return bare.Contains(':', StringComparison.Ordinal) && IPAddress.TryParse(bare, out var address) ? address.ToString() : bare.ToLowerInvariant();
    }
}
