namespace Connectors.Sql;

/// <summary>Finds the files of a provider below the plugin's folder <c>providers</c>.</summary>
internal static class ProviderFiles
{
    public const string FolderName = "providers";

    public static string? Find(string assembly, SettingsNotes notes)
    {
        var root = Path.Combine(Path.GetDirectoryName(typeof(ProviderFiles).Assembly.Location)!, FolderName);
        var file = Path.GetFullPath(Path.Combine(root, assembly));
        if (!file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            notes.Add("PROVIDER_OUTSIDE", "provider.assembly", "A provider is a .dll below the plugin's folder 'providers'.", "Провайдер — это .dll внутри папки «providers» плагина.", "Write its path below that folder, such as MySql/MySqlConnector.dll.", "Напишите путь внутри этой папки, например MySql/MySqlConnector.dll.");
            return null;
        }

        if (File.Exists(file)) return file;
        var found = Directory.Exists(root) ? string.Join(", ", Directory.EnumerateFiles(root, "*.dll", SearchOption.AllDirectories).Select(one => Path.GetRelativePath(root, one).Replace('\\', '/')).Take(8)) : "";
        notes.Add(
            "PROVIDER_NOT_FOUND", "provider.assembly", $"There is no file '{assembly}' in the plugin's folder 'providers'.", $"В папке «providers» плагина нет файла «{assembly}».",
            found.Length == 0 ? "Copy the provider's files there." : $"Copy the provider's files there, or write one of: {found}.", found.Length == 0 ? "Скопируйте туда файлы провайдера." : $"Скопируйте туда файлы провайдера или напишите одно из: {found}.");
        return null;
    }
}
