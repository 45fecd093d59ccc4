namespace Server.Site;

/// <summary>The source folder of the server, when it runs from its build output there.</summary>
internal static class SourceFolder
{
    private const string Project = "Server.csproj";

    public static string? Find()
    {
        // …/Server/Host/bin/Debug/net10.0/
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var source = output.Parent?.Parent?.Parent;
        return output.Parent?.Parent?.Name == "bin" && File.Exists(Path.Combine(source!.FullName, Project)) ? source.FullName : null;
    }

    /// <summary>The build output of another project of the repository, built in the same configuration.</summary>
    public static string? OutputOf(params string[] project)
    {
        if (Find() is not { } source) return null;
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.GetFullPath(Path.Combine([source, "..", "..", .. project, "bin", output.Parent!.Name, output.Name]));
    }
}
