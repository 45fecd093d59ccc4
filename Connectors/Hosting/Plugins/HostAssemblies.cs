using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>The assemblies of the host process, and which of them plugins share.</summary>
internal sealed class HostAssemblies
{
    private const string SharedFamily = "Microsoft.Extensions.";
    private readonly FrozenDictionary<string, string> paths;
    private readonly ConcurrentDictionary<string, Version?> versions = new(StringComparer.OrdinalIgnoreCase);
    private readonly string application = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

    public HostAssemblies()
    {
        var trusted = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        paths = trusted.DistinctBy(Path.GetFileNameWithoutExtension, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(path => Path.GetFileNameWithoutExtension(path), path => path, StringComparer.OrdinalIgnoreCase);
    }

    public static AssemblyName Contract { get; } = typeof(IAsyncConnector).Assembly.GetName();

    public static bool IsContract(string name) => name.Equals(Contract.Name, StringComparison.OrdinalIgnoreCase);

    public static bool IsSharedFamily(string name) => name.StartsWith(SharedFamily, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether plugins get the host's: the contract, and every Microsoft.Extensions assembly the host has.</summary>
    public bool IsShared(string name) => IsContract(name) || (IsSharedFamily(name) && paths.ContainsKey(name));

    /// <summary>Whether it is a part of .NET itself, not of our application.</summary>
    public bool IsFramework(string name) =>
        paths.TryGetValue(name, out var path) && !Path.GetDirectoryName(path)!.Equals(application, StringComparison.OrdinalIgnoreCase);

    public string? PathOf(string name) => paths.GetValueOrDefault(name);

    public Version? VersionOf(string name) =>
        versions.GetOrAdd(name, static (asked, all) => all.TryGetValue(asked, out var path) ? AssemblyName.GetAssemblyName(path).Version : null, paths);
}
