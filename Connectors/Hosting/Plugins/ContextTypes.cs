using System.Collections;
using System.Reflection;
using System.Runtime.Loader;

namespace Connectors.Hosting;

/// <summary>Tells whether something belongs to a load context, and takes what belongs to it out of caches.</summary>
internal sealed class ContextTypes(AssemblyLoadContext context)
{
    public IEnumerable<Assembly> Assemblies => context.Assemblies;

    /// <summary>Whether a type, its arguments, its element or its declaring type comes from the context.</summary>
    public bool Has(Type type) =>
        type.IsCollectible
        && (AssemblyLoadContext.GetLoadContext(type.Assembly) == context
            || (type.HasElementType && Has(type.GetElementType()!))
            || (type.IsGenericType && type.GetGenericArguments().Any(Has)));

    /// <summary>Takes the context's types out of a cache keyed by types, by members or by weak references to them.</summary>
    public void RemoveFrom(object? cache)
    {
        if (cache is not IDictionary entries) return;
        lock (cache)
        {
            foreach (var key in entries.Keys.Cast<object>().Where(Belongs).ToList()) entries.Remove(key);
        }
    }

    private bool Belongs(object key) => key switch
    {
        Type type => Has(type),
        MemberInfo member => member.ReflectedType is { } reflected && Has(reflected),
        Assembly assembly => AssemblyLoadContext.GetLoadContext(assembly) == context,
        WeakReference weak => weak.Target is { } target && Belongs(target),
        _ => Has(key.GetType()),
    };
}
