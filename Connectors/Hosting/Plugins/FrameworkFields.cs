using System.Reflection;

namespace Connectors.Hosting;

/// <summary>Reads private parts of the framework, tolerating that they are not there.</summary>
internal static class FrameworkFields
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static object? Read(Type? type, string field, object? instance = null) => type?.GetField(field, Any)?.GetValue(instance);

    public static Type? TypeOf(Assembly assembly, string name) => assembly.GetType(name, throwOnError: false);

    /// <summary>Calls the cache clearer an assembly keeps for hot reload.</summary>
    public static void ClearCache(Assembly assembly, string handler, Type[]? types = null) =>
        TypeOf(assembly, handler)?.GetMethod("ClearCache", Any, [typeof(Type[])])?.Invoke(null, [types]);
}
