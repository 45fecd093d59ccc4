namespace Integration.Tests;

/// <summary>Where the build has put what the tests start.</summary>
internal static class Built
{
    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Output.FullName, "..", "..", "..", "..", ".."));

    /// <summary>The server, built as these tests are.</summary>
    public static string Server { get; } = Path.Combine(Root, "Server", "Host", "bin", Output.Parent!.Name, Output.Name, "Server.dll");

    /// <summary>A program of the repository, built as these tests are.</summary>
    public static string Program(string folder, string name) => Path.Combine(Root, folder, name, "bin", Output.Parent!.Name, Output.Name, name + ".dll");

    /// <summary>The folder of a staged test plugin.</summary>
    public static string Plugin(string name) => Path.Combine(Root, "tests", "Plugins", "staged", name);
}
