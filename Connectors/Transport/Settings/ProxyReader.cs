namespace Connectors.Transport;

/// <summary>Reads the proxy of the settings.</summary>
internal static class ProxyReader
{
    public static ProxyOptions? Read(ProxySettings settings, SettingsProblems problems)
    {
        if (settings.Address.Length == 0)
        {
            if (settings.User.Length > 0 || settings.Password.Length > 0 || settings.Bypass.Count > 0)
            {
                problems.Add("PROXY_WITHOUT_ADDRESS", "proxy.address", "The proxy has a user, a password or exceptions, but no address.", "Для прокси указаны пользователь, пароль или исключения, но нет адреса.", "Write proxy.address, such as http://proxy.local:3128, or remove the rest.", "Укажите proxy.address, например http://proxy.local:3128, или уберите остальное.");
            }

            return null;
        }

        if (settings.Password.Length > 0 && settings.User.Length == 0)
        {
            problems.Add("PROXY_USER_MISSING", "proxy.user", "The proxy has a password but no user.", "Для прокси указан пароль без пользователя.", "Write proxy.user.", "Укажите proxy.user.");
        }

        var address = problems.Address("proxy.address", settings.Address);
        var bypass = HostsReader.Read(problems, "proxy.bypass", settings.Bypass);
        return address is null ? null : new ProxyOptions(address) { User = settings.User.Length == 0 ? null : settings.User, Password = settings.Password, Bypass = bypass };
    }
}
