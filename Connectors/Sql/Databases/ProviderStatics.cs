using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Reflection;

namespace Connectors.Sql;

/// <summary>
/// Lets go of what database libraries keep for the life of the process: handlers of the process's end, timers and meters in static fields.
/// Each would keep the library, and with it an unloaded generation of this plugin, in memory for ever.
/// </summary>
/// <remarks>Reaches into private fields; where one is gone nothing happens, and the generation is shown as retained.</remarks>
internal static class ProviderStatics
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly ConcurrentDictionary<Assembly, int> Users = new();

    /// <summary>Counts one more that uses the library.</summary>
    public static void Hold(Assembly library) => Users.AddOrUpdate(library, 1, static (_, count) => count + 1);

    /// <summary>Counts one less; the last lets go.</summary>
    public static void Release(Assembly library)
    {
        if (Users.AddOrUpdate(library, 0, static (_, count) => Math.Max(0, count - 1)) > 0) return;
        Users.TryRemove(KeyValuePair.Create(library, 0));
        if (library.IsCollectible) End(library);
    }

    private static void End(Assembly library)
    {
        RemoveHandlers(library, typeof(AppDomain).GetField("ProcessExit", Own)?.GetValue(AppDomain.CurrentDomain), handler => AppDomain.CurrentDomain.ProcessExit -= handler);
        RemoveHandlers(library, typeof(AppDomain).GetField("DomainUnload", Own)?.GetValue(AppDomain.CurrentDomain), handler => AppDomain.CurrentDomain.DomainUnload -= handler);
        foreach (var field in TypesOf(library).Where(type => !type.ContainsGenericParameters).SelectMany(type => type.GetFields(Static)).Where(field => !field.IsLiteral && IsOfInterest(field)))
        {
            End(ValueOf(field), library);
        }
    }

    // Reading a field runs its type's initialiser: only those that hold what must be ended.
    private static bool IsOfInterest(FieldInfo field) =>
        field.FieldType == typeof(Meter) || field.FieldType == typeof(Timer) || field.FieldType.FullName == "Microsoft.Data.Sqlite.SqliteConnectionFactory" || typeof(System.Diagnostics.Tracing.EventSource).IsAssignableFrom(field.FieldType);

    private static object? ValueOf(FieldInfo field)
    {
        try
        {
            return field.GetValue(null);
        }
        catch (Exception failure) when (failure is TypeInitializationException or TargetInvocationException or NotSupportedException)
        {
            // A type that cannot be initialised holds nothing.
            return null;
        }
    }

    private static void End(object? held, Assembly library)
    {
        if (held is Meter or Timer or System.Diagnostics.Tracing.EventSource) ((IDisposable)held).Dispose();
        else if (held?.GetType().Assembly == library) foreach (var timer in held.GetType().GetFields(Own).Where(field => field.FieldType == typeof(Timer))) ((Timer?)timer.GetValue(held))?.Dispose();
    }

    private static void RemoveHandlers(Assembly library, object? held, Action<EventHandler> remove)
    {
        if (held is not EventHandler all) return;
        foreach (var handler in all.GetInvocationList().OfType<EventHandler>().Where(handler => handler.Method.Module.Assembly == library)) remove(handler);
    }

    private static Type[] TypesOf(Assembly library)
    {
        try
        {
            return library.GetTypes();
        }
        catch (ReflectionTypeLoadException some)
        {
            return [.. some.Types.OfType<Type>()];
        }
    }
}
