namespace Connectors.Transport;

/// <summary>The hosts a connector may reach: that of its base address and those of its settings, and no other.</summary>
internal sealed class AllowedTargets
{
    private readonly HostList hosts;

    public AllowedTargets(TransportOptions options)
    {
        hosts = new HostList(options.AllowedHosts);
        hosts.Add(options.BaseAddress.IdnHost, options.BaseAddress.Port);
    }

    public bool Allows(Uri address) => Allows(address.IdnHost, address.Port);

    public bool Allows(string host, int port) => hosts.Contains(host, port);

    public override string ToString() => hosts.ToString();
}
