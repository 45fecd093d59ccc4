namespace Connectors.Hosting;

/// <summary>A folder that holds a plugin; <paramref name="Overrides"/> is the folder of the same name in an earlier root.</summary>
internal sealed record PluginFolder(string Name, string Path, string? Overrides)
{
    private const string OffSwitch = "disabled", VendorPattern = "Cleverence.Connectivity.*.dll", PanelSuffix = ".Panel.dll";

    public bool IsDisabled => File.Exists(System.IO.Path.Combine(Path, OffSwitch));

    /// <summary>The original platform's panel assemblies stand beside the connectors; they are for another program.</summary>
    public static bool IsPanel(string file) => file.EndsWith(PanelSuffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The assemblies that connectors are looked for in: the one named like the folder, and the original's pattern.</summary>
    public IReadOnlyList<string> MainFiles()
    {
        var ignoringCase = new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive };
        return
        [
            .. Directory.EnumerateFiles(Path, "*.dll").Where(file => System.IO.Path.GetFileName(file).Equals(Name + ".dll", StringComparison.OrdinalIgnoreCase))
                .Concat(Directory.EnumerateFiles(Path, VendorPattern, ignoringCase))
                .Where(file => !IsPanel(file))
                .Select(file => System.IO.Path.GetFileName(file))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>Changes when any file of the folder does.</summary>
    public string Fingerprint()
    {
        try
        {
            var files = new DirectoryInfo(Path).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal);
            return $"{Path}|{string.Join('|', files.Select(file => $"{file.FullName[Path.Length..]}:{file.Length}:{file.LastWriteTimeUtc.Ticks}"))}";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A file went away between listing and looking: the folder is being changed just now.
            return $"{Path}|{failure.Message}";
        }
    }
}
