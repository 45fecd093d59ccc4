namespace Unit.Tests.Hosting;

/// <summary>The test plugins as their projects staged them.</summary>
internal static class StagedPlugins
{
    private static readonly string Root = FindRoot();

    public static void CopyTo(string plugin, string folder)
    {
        var source = Path.Combine(Root, "tests", "Plugins", "staged", plugin);
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Connectors.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
