namespace Integration.Tests;

/// <summary>Fills the home folder of a server under test.</summary>
internal static class ServerHome
{
    public static void Fill(string home, ServerSetup setup)
    {
        var config = Directory.CreateDirectory(Path.Combine(home, "config")).FullName;
        Write(config, "connectors.json", setup.Connectors);
        if (setup.Home is null || setup.Jobs != new ServerSetup().Jobs) Write(config, "jobs.json", setup.Jobs);
        Write(config, "events.json", setup.Events);
        Write(config, "signers.json", setup.Signers);
        foreach (var plugin in setup.Plugins) Copy(plugin, Path.Combine(home, "plugins", Path.GetFileName(plugin)));
    }

    /// <summary>Copies a plugin folder, as a person would who installs it.</summary>
    public static void Copy(string from, string to)
    {
        if (!Directory.Exists(from)) throw new DirectoryNotFoundException($"The test plugin {from} has not been built.");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    private static void Write(string config, string name, string? text)
    {
        if (text is not null) File.WriteAllText(Path.Combine(config, name), text);
    }
}
