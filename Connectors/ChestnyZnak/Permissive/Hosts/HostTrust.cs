namespace Connectors.ChestnyZnak;

/// <summary>Which hosts a list may name: they are given the key and complete codes, so that a list is not believed blindly.</summary>
internal static class HostTrust
{
    public static bool IsTrusted(Uri root, Uri host, IReadOnlyList<string> domains, IEnumerable<string> allowed)
    {
        if (host.UserInfo.Length > 0 || host.Query.Length > 0 || (host.Scheme != Uri.UriSchemeHttps && host.Scheme != root.Scheme) || host.Scheme is not ("http" or "https")) return false;
        var name = host.IdnHost;
        return name.Equals(root.IdnHost, StringComparison.OrdinalIgnoreCase) || domains.Any(domain => name.Equals(domain, StringComparison.OrdinalIgnoreCase) || name.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase)) || allowed.Any(entry => Fits(entry.Trim(), host, name));
    }

    private static bool Fits(string entry, Uri host, string name) => entry.Equals(name, StringComparison.OrdinalIgnoreCase) || entry.Equals($"{name}:{host.Port}", StringComparison.OrdinalIgnoreCase);
}
