namespace Connectors.Transport;

/// <summary>Compares where addresses lead: scheme, host and port, RFC 6454.</summary>
internal static class Origins
{
    public static bool Same(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.Port == other.Port && one.IdnHost.Equals(other.IdnHost, StringComparison.OrdinalIgnoreCase);
}
