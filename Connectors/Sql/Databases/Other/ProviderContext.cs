using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Connectors.Sql;

/// <summary>The load context of a dropped-in provider: its own files first, so that two providers may bring two versions of one library; then the plugin's, then the server's.</summary>
internal sealed class ProviderContext(string file) : AssemblyLoadContext($"Provider {Path.GetFileNameWithoutExtension(file)}", isCollectible: true)
{
    private readonly AssemblyDependencyResolver resolver = new(file);
    private readonly string folder = Path.GetDirectoryName(file)!;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var own = resolver.ResolveAssemblyToPath(assemblyName) ?? Path.Combine(folder, assemblyName.Name + ".dll");
        if (File.Exists(own) && !IsFramework(assemblyName)) return LoadFromAssemblyPath(own);
        var plugin = GetLoadContext(typeof(ProviderContext).Assembly);
        try
        {
            return plugin is null || plugin == Default ? null : plugin.LoadFromAssemblyName(assemblyName);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var path = resolver.ResolveUnmanagedDllToPath(unmanagedDllName) ?? Candidates(unmanagedDllName).FirstOrDefault(File.Exists);
        return path is null ? 0 : LoadUnmanagedDllFromPath(path);
    }

    // Two copies of the framework's DbProviderFactory would not know each other.
    private static bool IsFramework(AssemblyName name) => name.Name is "System.Data.Common" or "System.Runtime" or "System.Private.CoreLib" or "netstandard";

    private IEnumerable<string> Candidates(string name)
    {
        string[] names = OperatingSystem.IsWindows() ? [name, name + ".dll"] : OperatingSystem.IsMacOS() ? [name, name + ".dylib", $"lib{name}.dylib"] : [name, name + ".so", $"lib{name}.so"];
        string[] folders = [folder, Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native")];
        return folders.SelectMany(place => names.Select(one => Path.Combine(place, one)));
    }
}
