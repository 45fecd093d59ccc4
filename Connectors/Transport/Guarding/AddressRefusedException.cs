namespace Connectors.Transport;

/// <summary>The guard refused to connect: the address is not among those of the connector's settings.</summary>
internal sealed class AddressRefusedException(string address, string allowed)
    : Exception($"{address} is not an address of this connector's settings. Allowed: {allowed}.")
{
    public string Address { get; } = address;

    public string Allowed { get; } = allowed;
}
