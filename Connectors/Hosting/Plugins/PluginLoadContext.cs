using System.Reflection;
using System.Runtime.Loader;

namespace Connectors.Hosting;

/// <summary>
/// The load context of one generation of a plugin. Shared assemblies come from the host, everything else from the plugin's private copy.
/// A library of the host's application that the plugin forgot to bring is loaded a second time, for the plugin alone: shared, its caches would keep the plugin in memory.
/// </summary>
internal sealed class PluginLoadContext : AssemblyLoadContext
{
    private readonly string folder;
    private readonly HostAssemblies host;
    private readonly AssemblyDependencyResolver[] resolvers;

    public PluginLoadContext(string name, string folder, IEnumerable<string> mainFiles, HostAssemblies host)
        : base(name, isCollectible: true)
    {
        this.folder = folder;
        this.host = host;
        resolvers = [.. mainFiles.Select(file => new AssemblyDependencyResolver(Path.Combine(folder, file)))];
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name;
        if (name is null || host.IsShared(name)) return null;
        if (Own(assemblyName) is { } own) return HostHasNewer(name, own) ? null : LoadFromAssemblyPath(own);
        return host.PathOf(name) is { } path && !host.IsFramework(name) ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var path = resolvers.Select(resolver => resolver.ResolveUnmanagedDllToPath(unmanagedDllName)).FirstOrDefault(found => found is not null)
            ?? NativeNames(unmanagedDllName).Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        return path is null ? 0 : LoadUnmanagedDllFromPath(path);
    }

    private string? Own(AssemblyName name)
    {
        if (resolvers.Select(resolver => resolver.ResolveAssemblyToPath(name)).FirstOrDefault(found => found is not null) is { } resolved) return resolved;
        var loose = Path.Combine(folder, name.CultureName ?? "", name.Name + ".dll");
        return File.Exists(loose) && !PluginFolder.IsPanel(loose) ? loose : null;
    }

    // Packages bring old copies of what .NET itself has long had; two of those would not know each other's types.
    private bool HostHasNewer(string name, string own) =>
        host.IsFramework(name) && host.VersionOf(name) is { } here && here >= AssemblyName.GetAssemblyName(own).Version;

    private static string[] NativeNames(string name) =>
        OperatingSystem.IsWindows() ? [name, name + ".dll"] : OperatingSystem.IsMacOS() ? [name, name + ".dylib", $"lib{name}.dylib"] : [name, name + ".so", $"lib{name}.so"];
}
