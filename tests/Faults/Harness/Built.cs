namespace Faults.Harness;

/// <summary>Where the build has put what is started.</summary>
internal static class Built
{
    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Output.FullName, "..", "..", "..", "..", ".."));

    /// <summary>The server, built as this program is.</summary>
    public static string Server { get; } = Path.Combine(Root, "Server", "Host", "bin", Output.Parent!.Name, Output.Name, "Server.dll");

    /// <summary>The emulated systems, built as this program is.</summary>
    public static string Emulators { get; } = Path.Combine(Root, "tests", "Emulators", "bin", Output.Parent!.Name, Output.Name, "Emulators.dll");

    /// <summary>This program, for children of it.</summary>
    public static string Self { get; } = Path.Combine(Output.FullName, "Faults.dll");

    /// <summary>Puts a staged test plugin into a home, as a person would who installs it.</summary>
    public static void Install(string plugin, string home, string folder)
    {
        var target = Directory.CreateDirectory(Path.Combine(home, "plugins", folder)).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Root, "tests", "Plugins", "staged", plugin))) File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
    }
}
