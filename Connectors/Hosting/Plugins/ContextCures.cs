using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Connectors.Hosting;

/// <summary>All cures, run on a context that was told to unload.</summary>
internal sealed class ContextCures(IReadOnlyList<IContextCure> cures)
{
    public static ContextCures All { get; } = new([new JsonCure(), new TypeDescriptorCure(), new ValidationCure()]);

    /// <summary>Clears the caches; hands back what went wrong, for the log.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public IReadOnlyList<Exception> Run(WeakReference context)
    {
        if (context.Target is not AssemblyLoadContext alive) return [];
        var types = new ContextTypes(alive);
        var failures = new List<Exception>();
        foreach (var cure in cures)
        {
            try
            {
                cure.Clear(types);
            }
            catch (Exception failure)
            {
                // A changed framework must cost memory, not the swap.
                failures.Add(failure);
            }
        }

        return failures;
    }
}
