namespace Connectors.Transport;

/// <summary>The hosts a connector may reach: that of its base address and those of its settings, and no other.</summary>
internal sealed class AllowedTargets
{
    private readonly HashSet<string> allowed = new(StringComparer.OrdinalIgnoreCase);

    public AllowedTargets(TransportOptions options)
    {
        allowed.Add($"{options.BaseAddress.IdnHost}:{options.BaseAddress.Port}");
        allowed.UnionWith(options.AllowedHosts);
    }

    public bool Allows(Uri address) => Allows(address.IdnHost, address.Port);

    public bool Allows(string host, int port) => allowed.Contains($"{host}:{port}") || allowed.Contains(host);

    public override string ToString() => string.Join(", ", allowed.Order(StringComparer.OrdinalIgnoreCase));
}
