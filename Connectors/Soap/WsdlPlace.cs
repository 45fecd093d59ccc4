using Connectors.Transport;

namespace Connectors.Soap;

/// <summary>Where the WSDL is: a file, an address, or a query behind the base address.</summary>
internal static class WsdlPlace
{
    private const string Field = "wsdl";

    public static (string? File, Uri? Address) Read(string? text, TransportOptions options, SettingsProblems problems)
    {
        text = text?.Trim();
        if (!problems.Given(Field, text, "WSDL_MISSING")) return (null, null);
        if (text!.StartsWith('?')) return (null, new Uri(options.BaseAddress.AbsoluteUri + text));
        if (!text.Contains("://", StringComparison.Ordinal)) return problems.File(Field, text) ? (Path.GetFullPath(text), null) : (null, null);
        return (null, Address(text, options, problems));
    }

    private static Uri? Address(string text, TransportOptions options, SettingsProblems problems)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
        {
            problems.Add("WSDL_ADDRESS_UNREADABLE", Field, "This is neither a file nor an http or https address without a user.", "Это не файл и не адрес http или https без имени пользователя.", "Write the path of a file, an address, or ?wsdl; a user belongs in auth.", "Укажите путь к файлу, адрес или ?wsdl; пользователь указывается в auth.");
            return null;
        }

        var isBase = address.Host.Equals(options.BaseAddress.Host, StringComparison.OrdinalIgnoreCase) && address.Port == options.BaseAddress.Port;
        if (isBase || options.AllowedHosts.Any(host => host.Equals(address.IdnHost, StringComparison.OrdinalIgnoreCase) || host.Equals($"{address.IdnHost}:{address.Port}", StringComparison.OrdinalIgnoreCase))) return address;
        problems.Add("WSDL_HOST_NOT_ALLOWED", Field, $"The WSDL lies at {address.Authority}, which is neither the host of baseAddress nor in allowedHosts.", $"WSDL находится на {address.Authority}: это не хост baseAddress, и его нет в allowedHosts.", "Add the host to allowedHosts, or save the WSDL as a file.", "Добавьте хост в allowedHosts или сохраните WSDL в файл.");
        return null;
    }
}
