using System.Data.Common;
using System.Reflection;

namespace Connectors.Sql;

/// <summary>A loaded provider and its factory.</summary>
internal sealed class ProviderLibrary : IDisposable
{
    private readonly ProviderContext context;

    private ProviderLibrary(ProviderContext context, DbProviderFactory factory)
    {
        this.context = context;
        Factory = factory;
    }

    public DbProviderFactory Factory { get; }

    public static ProviderLibrary? Load(string file, string factory, SettingsNotes notes)
    {
        ProviderContext? context = null;
        try
        {
            context = new ProviderContext(file);
            var assembly = context.LoadFromAssemblyPath(file);
            if (assembly.GetType(factory) is { } type && typeof(DbProviderFactory).IsAssignableFrom(type))
            {
                if (Made(type) is { } made) return new ProviderLibrary(context, made);
                notes.Add("FACTORY_NOT_MADE", "provider.factory", $"'{factory}' has neither a field Instance nor a constructor without parameters.", $"У «{factory}» нет ни поля Instance, ни конструктора без параметров.", "Name the provider's DbProviderFactory.", "Укажите DbProviderFactory провайдера.");
            }
            else
            {
                var known = string.Join(", ", assembly.GetExportedTypes().Where(one => typeof(DbProviderFactory).IsAssignableFrom(one)).Select(one => one.FullName));
                notes.Add("FACTORY_NOT_FOUND", "provider.factory", $"'{Path.GetFileName(file)}' has no DbProviderFactory '{factory}'.", $"В «{Path.GetFileName(file)}» нет DbProviderFactory «{factory}».", known.Length == 0 ? "Name the assembly that has one." : $"Write one of: {known}.", known.Length == 0 ? "Укажите сборку, в которой он есть." : $"Напишите одно из: {known}.");
            }
        }
        catch (Exception failure) when (failure is BadImageFormatException or IOException or TypeLoadException or ReflectionTypeLoadException or TargetInvocationException or TypeInitializationException)
        {
            notes.Add("PROVIDER_NOT_LOADED", "provider.assembly", $"'{Path.GetFileName(file)}' cannot be loaded ({failure.GetType().Name}).", $"«{Path.GetFileName(file)}» не загружается ({failure.GetType().Name}).", "Copy all files of the provider, built for .NET and this processor, into its folder.", "Скопируйте в его папку все файлы провайдера для .NET и этого процессора.");
        }

        context?.Unload();
        return null;
    }

    public void Dispose()
    {
        ClearPools();
        foreach (var assembly in context.Assemblies) ProviderStatics.Release(assembly);
        context.Unload();
    }

    // Connections that wait in a pool would stay open at the server, and keep the provider in memory.
    private void ClearPools()
    {
        try
        {
            using var connection = Factory.CreateConnection();
            connection?.GetType().GetMethod("ClearAllPools", BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy, Type.EmptyTypes)?.Invoke(null, null);
        }
        catch (Exception)
        {
            // Whatever a provider makes of it: it is leaving, and the rest is to be released all the same.
        }
    }

    private static DbProviderFactory? Made(Type type) =>
        (type.GetField("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) ?? type.GetProperty("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)
            ?? type.GetConstructor(Type.EmptyTypes)?.Invoke(null)) as DbProviderFactory;
}
