using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Connectors.Hosting;

/// <summary>One loaded generation of a plugin: its context, its connector types and its operations. Once unloaded it refers to nothing of them.</summary>
internal sealed class PluginGeneration(string plugin, int number, AssemblyLoadContext context, string copy, string version)
{
    private AssemblyLoadContext? context = context;

    public string Plugin { get; } = plugin;

    public int Number { get; } = number;

    public string Version { get; } = version;

    /// <summary>Where the private copy of its files is.</summary>
    public string Copy { get; } = copy;

    public GenerationHolds Holds { get; } = new();

    public IReadOnlyList<ConnectorType> Connectors { get; set; } = [];

    public IReadOnlyList<ServerOperation> Operations { get; set; } = [];

    public IReadOnlyList<Sentence> Notes { get; set; } = [];

    /// <summary>Disposes the instances of operation classes; hands back what failed.</summary>
    public IReadOnlyList<Exception> DisposeOperations()
    {
        var failures = new List<Exception>();
        foreach (var owner in Operations.Select(operation => operation.Owner).OfType<OperationClass>().Distinct())
        {
            try
            {
                owner.Dispose();
            }
            catch (Exception failure)
            {
                failures.Add(failure);
            }
        }

        return failures;
    }

    /// <summary>Lets go of everything and unloads; hands back a weak reference to see whether it worked.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public WeakReference Unload()
    {
        var weak = new WeakReference(context, trackResurrection: true);
        Connectors = [];
        Operations = [];
        context?.Unload();
        context = null;
        return weak;
    }
}
