using System.Runtime.CompilerServices;

namespace Unit.Tests.House;

/// <summary>The source tree these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    public static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or ".git" or "home" or "artifacts" or "node_modules"));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
