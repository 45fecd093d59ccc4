namespace Connectors.Transport;

/// <summary>The guard refused to connect: the address is not among those of the connector's settings, or a name stands for a number it may not.</summary>
internal sealed class AddressRefusedException(string address, string allowed, string? number = null)
    : Exception(number is null
        ? $"{address} is not an address of this connector's settings. Allowed: {allowed}."
        : $"{address} resolves to {number}, which a name may not stand for unless the settings name that number. Allowed: {allowed}.")
{
    public string Address { get; } = address;

    public string Allowed { get; } = allowed;

    /// <summary>The number a name of the settings resolves to, where that is what is wrong.</summary>
    public string? Number { get; } = number;
}
