namespace Connectors.Transport;

/// <summary>Reads lists of hosts: <c>host</c> or <c>host:port</c>, IPv6 in brackets.</summary>
internal static class HostsReader
{
    public static IReadOnlyList<string> Read(SettingsProblems problems, string field, IEnumerable<string> texts)
    {
        var hosts = new List<string>();
        var at = 0;
        foreach (var text in texts)
        {
            if (Read(text) is { } host) hosts.Add(host);
            else problems.Add("HOST_UNREADABLE", $"{field}[{at}]", "This is not a host or host:port.", "Это не узел и не узел:порт.", "Write a host without scheme and path, such as files.local or files.local:8080.", "Укажите узел без схемы и пути, например files.local или files.local:8080.");
            at++;
        }

        return hosts;
    }

    // The name goes the same way as a request's, so that the two compare: lower case, and non-ASCII letters as DNS writes them.
    private static string? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Any(letter => letter <= ' ' || "/\\@?#*%".Contains(letter, StringComparison.Ordinal))) return null;
        var bare = text.Count(letter => letter == ':') > 1 && text[0] != '[' ? $"[{text}]" : text;
        if (!Uri.TryCreate($"http://{bare}/", UriKind.Absolute, out var address) || address.Host.Length == 0) return null;
        var withPort = bare.LastIndexOf(':') > bare.LastIndexOf(']');
        return HostList.Text(address.IdnHost, withPort ? address.Port : null);
    }
}
