namespace Connectors.Sql;

/// <summary>Makes the database of a dropped-in provider.</summary>
internal static class ProviderSettings
{
    private static readonly string[] Prefixes = ["@", ":", "?"];

    public static ProviderSource? Read(SqlSettings settings, TimeSpan connect, SettingsNotes notes)
    {
        var provider = settings.Provider;
        Need("provider.assembly", provider.Assembly, "MySql/MySqlConnector.dll", notes);
        Need("provider.factory", provider.Factory, "MySqlConnector.MySqlConnectorFactory", notes);
        if (!Prefixes.Contains(provider.ParameterPrefix)) notes.Add("PREFIX_UNKNOWN", "provider.parameterPrefix", $"'{provider.ParameterPrefix}' is not known here.", $"Значение «{provider.ParameterPrefix}» здесь неизвестно.", "Write @, : or ?.", "Напишите @, : или ?.");
        if (ConnectionText.Read(settings.ConnectionString, notes) is not { } pairs || provider.Assembly.Length == 0 || provider.Factory.Length == 0) return null;
        if (ProviderFiles.Find(provider.Assembly, notes) is not { } file) return null;
        var library = ProviderLibrary.Load(file, provider.Factory, notes);
        if (library is null) return null;
        try
        {
            using var connection = library.Factory.CreateConnection()!;
            connection.ConnectionString = settings.ConnectionString;
        }
        catch (Exception)
        {
            // Its words may hold the connection string.
            notes.Add("CONNECTION_KEY_REFUSED", "connectionString", "The provider refuses the connection string.", "Провайдер не принимает строку подключения.", "Correct it after the provider's documentation.", "Исправьте её по документации провайдера.");
            library.Dispose();
            return null;
        }

        return new ProviderSource(library.Factory, library, settings.ConnectionString, provider.ParameterPrefix, Path.GetFileNameWithoutExtension(file), connect);
    }

    private static void Need(string field, string text, string example, SettingsNotes notes)
    {
        if (text.Length == 0) notes.Add("PROVIDER_MISSING", field, "Another database needs a provider of its own.", "Для другой базы нужен её провайдер.", $"Write it, such as {example}.", $"Укажите его, например {example}.");
    }
}
