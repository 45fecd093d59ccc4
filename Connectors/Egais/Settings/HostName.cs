using Connectors.Transport;

namespace Connectors.Egais;

/// <summary>Reads the host of a UTM.</summary>
internal static class HostName
{
    public static string Read(string field, string text, SettingsProblems problems)
    {
        var host = text.Trim();
        if (IsHost(host)) return host;
        problems.Add("HOST_WRONG", field, $"'{host}' is not a host: a name or a number, without http:// and without the port.", $"«{host}» — не адрес: нужны имя или номер, без http:// и без порта.", "Write it such as 127.0.0.1; the port has its own field.", "Укажите его, например, как 127.0.0.1; порт указывают отдельно.");
        return "127.0.0.1";
    }

    public static bool IsHost(string text) => Uri.CheckHostName(text) is not (UriHostNameType.Unknown or UriHostNameType.Basic);

    /// <summary>The address of a UTM; a number of IPv6 is put into brackets.</summary>
    public static Uri Address(string host, int port) => new(host.Contains(':', StringComparison.Ordinal) && host[0] != '[' ? $"http://[{host}]:{port}" : $"http://{host}:{port}");
}
