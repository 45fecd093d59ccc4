namespace Connectors.Hosting;

/// <summary>Finds plugin folders in the roots; where two roots have one name, the later root wins.</summary>
internal sealed class PluginFolders(IEnumerable<string> roots)
{
    // Absolute once: a plugin that changes the current folder must not move the roots.
    public IReadOnlyList<string> Roots { get; } = [.. roots.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal)];

    public IReadOnlyList<PluginFolder> Scan()
    {
        var found = new SortedDictionary<string, PluginFolder>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in Roots.Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories))
        {
            var name = Path.GetFileName(path);
            if (name.StartsWith('.')) continue;
            found[name] = new PluginFolder(name, path, found.GetValueOrDefault(name)?.Path);
        }

        return [.. found.Values];
    }

    public IReadOnlyDictionary<string, string> Fingerprints() =>
        Scan().ToDictionary(folder => folder.Name, folder => folder.Fingerprint(), StringComparer.OrdinalIgnoreCase);
}
