using System.Net;
using System.Net.Sockets;

namespace Connectors.Transport;

/// <summary>Which addresses a name may stand for.</summary>
internal static class AddressRules
{
    /// <summary>
    /// Whether a name may resolve to the address. Link-local addresses are where clouds keep their metadata services; unspecified ones mean this
    /// machine; loopback is for names that say so; multicast and broadcast are nobody's.
    /// </summary>
    public static bool Fits(string host, IPAddress address)
    {
        var plain = Plain(address);
        if (IPAddress.IsLoopback(plain)) return IsLocalName(host);
        return !IsUnspecified(plain) && !IsLinkLocal(plain) && !IsTranslated(plain) && !IsMulticast(plain);
    }

    /// <summary>Whether the address belongs to the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = Plain(address);
        if (IPAddress.IsLoopback(plain) || IsLinkLocal(plain) || IsUnspecified(plain)) return false;
        if (plain.AddressFamily == AddressFamily.InterNetworkV6) return !plain.IsIPv6UniqueLocal && !plain.IsIPv6SiteLocal;
        return plain.GetAddressBytes() is not ([10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [100, >= 64 and <= 127, ..]);
    }

    public static bool IsLinkLocal(IPAddress address)
    {
        var plain = Plain(address);
        return plain.IsIPv6LinkLocal || (plain.AddressFamily == AddressFamily.InterNetwork && plain.GetAddressBytes() is [169, 254, ..]) || IsMetadata(plain);
    }

    /// <summary>The address as the settings would write it.</summary>
    public static string TextOf(IPAddress address) => Plain(address).ToString();

    // An IPv4 address may come in the clothes of IPv6: mapped, compatible (RFC 4291, 2.5.5), translated (RFC 6052, RFC 2765) or 6to4 (RFC 3056).
    private static IPAddress Plain(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (bytes is [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, ..]) return new IPAddress(bytes.AsSpan(12));
        if (bytes is [0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, ..]) return new IPAddress(bytes.AsSpan(12));
        if (bytes is [0x20, 0x02, ..]) return new IPAddress(bytes.AsSpan(2, 4));
        if (bytes.AsSpan(0, 12).IndexOfAnyExcept((byte)0) < 0 && bytes.AsSpan(12, 3).IndexOfAnyExcept((byte)0) >= 0) return new IPAddress(bytes.AsSpan(12));
        return address;
    }

    // Clouds answer their metadata at further addresses: Alibaba, Azure, Oracle, and AWS over IPv6 (fd00:ec2::254).
    private static bool IsMetadata(IPAddress address) =>
        address.GetAddressBytes() is [100, 100, 100, 200] or [168, 63, 129, 16] or [192, 0, 0, 192] or [0xfd, 0, 0x0e, 0xc2, .., 0x02, 0x54];

    // Translation for local use, RFC 8215: each network decides where in it the IPv4 address stands, so it cannot be looked at.
    private static bool IsTranslated(IPAddress address) => address.GetAddressBytes() is [0, 0x64, 0xff, 0x9b, 0, 1, ..];

    private static bool IsUnspecified(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetwork ? address.GetAddressBytes()[0] == 0 : address.Equals(IPAddress.IPv6Any);

    private static bool IsMulticast(IPAddress address) =>
        address.IsIPv6Multicast || (address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes()[0] >= 224);

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || host.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase);
}
