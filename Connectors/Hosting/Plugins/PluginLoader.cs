using System.Reflection;
using System.Runtime.CompilerServices;

namespace Connectors.Hosting;

/// <summary>Loads a plugin's folder as a new generation: metadata first, then a private copy in a load context of its own, then all its types at once.</summary>
internal sealed class PluginLoader(HostAssemblies host, PluginCopies copies, TimeSpan limit, TimeProvider time)
{
    private readonly Compatibility compatibility = new(host);

    /// <exception cref="PluginException">It cannot be loaded; status and reason are for people.</exception>
    public async Task<PluginGeneration> LoadAsync(PluginFolder folder, int number)
    {
        try
        {
            // Module initialisers are foreign code, and the first of the plugin's that runs.
            return await ForeignThread.RunAsync($"loading {folder.Name}", () => Load(folder, number), limit, time, Drop).ConfigureAwait(false);
        }
        catch (TooSlowException)
        {
            throw new PluginException(PluginStatus.Faulted, new($"it did not load within {limit:c}; its module initialiser hangs", $"не загрузился за {limit:c}: завис инициализатор модуля"));
        }
    }

    private PluginGeneration Load(PluginFolder folder, int number)
    {
        try
        {
            var mains = folder.MainFiles();
            if (mains.Count == 0)
                throw new PluginException(PluginStatus.Faulted, new(
                    $"the folder has neither {folder.Name}.dll nor Cleverence.Connectivity.*.dll", $"в папке нет ни {folder.Name}.dll, ни Cleverence.Connectivity.*.dll"));
            var passport = compatibility.Check(folder.Path, mains);
            return FromCopy(folder, number, mains, passport.Version.ToString());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PluginException(PluginStatus.Faulted, new($"its files cannot be read: {failure.Message}", $"файлы не читаются: {failure.Message}"), failure);
        }
    }

    private PluginGeneration FromCopy(PluginFolder folder, int number, IReadOnlyList<string> mains, string version)
    {
        var copy = copies.Make(folder, number);
        PluginLoadContext context;
        try
        {
            // Reads the list of dependencies, which is a stranger's file too.
            context = new PluginLoadContext($"{folder.Name} #{number}", copy, mains, host);
        }
        catch (Exception failure)
        {
            PluginCopies.Remove(copy);
            throw Translated(failure);
        }

        return Filled(new PluginGeneration(folder.Name, number, context, copy, version), context, mains);
    }

    private static void Drop(PluginGeneration late)
    {
        late.Unload();
        PluginCopies.Remove(late.Copy);
    }

    private static PluginGeneration Filled(PluginGeneration generation, PluginLoadContext context, IReadOnlyList<string> mains)
    {
        try
        {
            Fill(generation, context, mains);
            return generation;
        }
        catch (Exception failure)
        {
            generation.Unload();
            PluginCopies.Remove(generation.Copy);
            throw Translated(failure);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fill(PluginGeneration generation, PluginLoadContext context, IReadOnlyList<string> mains)
    {
        var connectors = new ConnectorFinder(generation);
        var operations = new OperationFinder(generation.Plugin);
        foreach (var assembly in mains.Select(file => context.LoadFromAssemblyPath(Path.Combine(generation.Copy, file))))
        {
            RuntimeHelpers.RunModuleConstructor(assembly.ManifestModule.ModuleHandle);
            foreach (var type in assembly.GetTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
            {
                connectors.Look(type);
                operations.Look(type);
            }
        }

        generation.Connectors = connectors.Found;
        generation.Operations = operations.Found;
        generation.Notes = [.. connectors.Notes, .. operations.Notes];
        if (connectors.Found.Count + operations.Found.Count > 0) return;
        var notes = generation.Notes;
        throw new PluginException(PluginStatus.Faulted, new(
            $"it has no connector and no server operation{string.Concat(notes.Select(note => "; " + note.En))}", $"в нём нет ни коннектора, ни серверной операции{string.Concat(notes.Select(note => "; " + note.Ru))}"));
    }

    private static PluginException Translated(Exception failure)
    {
        if (failure is PluginException known) return known;
        if (failure is ReflectionTypeLoadException types)
        {
            var reasons = string.Join("; ", types.LoaderExceptions.OfType<Exception>().Select(reason => reason.Message).Distinct().Take(5));
            return new(PluginStatus.Faulted, new($"its types cannot be loaded: {reasons}", $"его типы не загружаются: {reasons}"), failure);
        }

        var cause = failure is TypeInitializationException { InnerException: { } inner } ? inner : failure;
        return new(PluginStatus.Faulted, new($"it failed while it was loaded: {cause.GetType().Name}: {cause.Message}", $"ошибка при загрузке: {cause.GetType().Name}: {cause.Message}"), failure);
    }
}
