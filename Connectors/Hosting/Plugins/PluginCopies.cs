namespace Connectors.Hosting;

/// <summary>
/// Private copies of plugin folders, so that the files on disk stay replaceable. Each process has a folder of its own with a
/// locked file in it; folders whose lock nobody holds were left by a process that died, and go at the next start.
/// </summary>
internal sealed class PluginCopies : IDisposable
{
    private const string Prefix = "connectors-plugins-", LockName = "in-use";
    private readonly string root;
    private readonly FileStream inUse;

    public PluginCopies(string? parent)
    {
        var place = Path.GetFullPath(parent ?? Path.GetTempPath());
        Directory.CreateDirectory(place);
        RemoveAbandoned(place);
        root = parent is null
            ? Directory.CreateTempSubdirectory(Prefix).FullName
            : Directory.CreateDirectory(Path.Combine(place, Prefix + Guid.NewGuid().ToString("N"))).FullName;
        inUse = new FileStream(Path.Combine(root, LockName), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>Copies a plugin's folder, without panel assemblies.</summary>
    public string Make(PluginFolder plugin, int generation)
    {
        var copy = Directory.CreateDirectory(Path.Combine(root, $"{plugin.Name}-{generation}")).FullName;
        foreach (var file in Directory.EnumerateFiles(plugin.Path, "*", SearchOption.AllDirectories).Where(file => !PluginFolder.IsPanel(file)))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(plugin.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }

        return copy;
    }

    /// <summary>Removes a copy; one that is still in use stays until the next start.</summary>
    public static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Windows keeps the files of a generation that is still in memory; the next start removes them.
        }
    }

    public void Dispose()
    {
        inUse.Dispose();
        Remove(root);
    }

    private static void RemoveAbandoned(string place)
    {
        foreach (var folder in Directory.EnumerateDirectories(place, Prefix + "*"))
        {
            var mark = Path.Combine(folder, LockName);
            try
            {
                // A folder without its file belongs to a process that is starting at this moment, or is nearly gone.
                if (!File.Exists(mark)) continue;
                using (new FileStream(mark, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                {
                }

                Remove(folder);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Somebody's running server.
            }
        }
    }
}
