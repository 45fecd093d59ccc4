using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Connectors.Hosting;

/// <summary>The plugins found, how they stand and what they provide. Read without a lock.</summary>
internal sealed class PluginCatalog(ServerOperations operations, Retirement retirement) : IPluginCatalog
{
    private readonly Lock sync = new();
    private volatile ImmutableSortedDictionary<string, PluginEntry> entries = ImmutableSortedDictionary.Create<string, PluginEntry>(StringComparer.OrdinalIgnoreCase);
    private volatile FrozenDictionary<string, ConnectorType> types = FrozenDictionary<string, ConnectorType>.Empty;

    public IReadOnlyList<PluginInfo> Plugins => [.. entries.Values.Select(Info)];

    public IEnumerable<string> TypeNames => types.Values.Select(type => type.Name).Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>The connector type with a name, from the plugin that owns it; a classic one also by its full name.</summary>
    public ConnectorType? Find(string type) =>
        types.GetValueOrDefault(type) ?? (type.Contains('.', StringComparison.Ordinal) ? types.Values.FirstOrDefault(one => one.Classic && one.Class.FullName == type) : null);

    public PluginGeneration? GenerationOf(string plugin) => entries.GetValueOrDefault(plugin)?.Generation;

    public int NextNumber(string plugin) => (entries.GetValueOrDefault(plugin)?.Tried ?? 0) + 1;

    /// <summary>Who provides the type once this generation serves: none other by an earlier folder name.</summary>
    public bool WouldOwn(PluginGeneration generation, string type) =>
        Find(type) is not { } now || string.Compare(generation.Plugin, now.Generation.Plugin, StringComparison.OrdinalIgnoreCase) <= 0;

    /// <summary>Puts a generation in the place of the one before, which is handed back.</summary>
    public PluginGeneration? Accept(PluginFolder folder, PluginGeneration generation)
    {
        var before = GenerationOf(folder.Name);
        Publish(all => all.SetItem(folder.Name, new(folder, PluginStatus.Loaded) { Generation = generation, Tried = generation.Number }));
        return before;
    }

    /// <summary>Tells that the files now in the folder cannot be used; what served before goes on.</summary>
    public void Reject(PluginFolder folder, int number, PluginStatus status, Sentence reason)
    {
        var serving = GenerationOf(folder.Name);
        var full = serving is null ? reason : new Sentence($"{reason.En}; generation {serving.Number} still serves", $"{reason.Ru}; поколение {serving.Number} продолжает работать");
        Publish(all => all.SetItem(folder.Name, new(folder, status) { Reason = full, Generation = serving, Tried = number }));
    }

    /// <summary>Takes a disabled plugin out of service; hands back the generation that served.</summary>
    public PluginGeneration? Disable(PluginFolder folder)
    {
        var before = entries.GetValueOrDefault(folder.Name);
        var reason = new Sentence("a file named 'disabled' stands in its folder; remove it to switch the plugin on", "в папке лежит файл «disabled»; удалите его, чтобы включить плагин");
        Publish(all => all.SetItem(folder.Name, new(folder, PluginStatus.Disabled) { Reason = reason, Tried = before?.Tried ?? 0 }));
        return before?.Generation;
    }

    /// <summary>Forgets a plugin whose folder is gone; hands back the generation that served.</summary>
    public PluginGeneration? Remove(string plugin)
    {
        var before = GenerationOf(plugin);
        Publish(all => all.Remove(plugin));
        return before;
    }

    private void Publish(Func<ImmutableSortedDictionary<string, PluginEntry>, ImmutableSortedDictionary<string, PluginEntry>> change)
    {
        lock (sync)
        {
            var next = change(entries);
            var found = new Dictionary<string, ConnectorType>(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, entry) in next) next = next.SetItem(name, entry with { Clash = ClashOf(Owned(entry, found)), LostOperations = [] });
            var lost = operations.Publish(next.Values.Select(entry => entry.Generation).OfType<PluginGeneration>());
            foreach (var group in lost.GroupBy(one => one.Plugin, StringComparer.OrdinalIgnoreCase))
                next = next.SetItem(group.Key, next[group.Key] with { LostOperations = [.. group.Select(one => one.Note)] });
            types = found.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
            entries = next;
        }
    }

    // Adds the types of a plugin to those found; hands back the ones an earlier plugin owns.
    private static List<(string Type, string Owner)> Owned(PluginEntry entry, Dictionary<string, ConnectorType> found) =>
        [.. (entry.Generation?.Connectors ?? []).Where(type => !found.TryAdd(type.Name, type)).Select(type => (type.Name, found[type.Name].Generation.Plugin))];

    private static Sentence? ClashOf(List<(string Type, string Owner)> clashes) => clashes.Count == 0 ? null : new(
        string.Join("; ", clashes.Select(clash => $"connector type '{clash.Type}' is already provided by plugin '{clash.Owner}'")),
        string.Join("; ", clashes.Select(clash => $"тип коннектора «{clash.Type}» уже есть в плагине «{clash.Owner}»")));

    private PluginInfo Info(PluginEntry entry)
    {
        var generation = entry.Generation;
        return new PluginInfo(entry.Folder.Name, entry.Folder.Path, entry.Clash is null || entry.Status != PluginStatus.Loaded ? entry.Status : PluginStatus.Faulted)
        {
            Reason = entry.Reason ?? entry.Clash,
            Notes = [.. Overrides(entry.Folder), .. generation?.Notes ?? [], .. entry.LostOperations],
            Version = generation?.Version,
            Generation = generation?.Number ?? 0,
            ConnectorTypes = [.. (generation?.Connectors ?? []).Select(type => type.Name)],
            Operations = [.. (generation?.Operations ?? []).Select(operation => operation.Info.Name)],
            Retained = retirement.RetainedOf(entry.Folder.Name),
        };
    }

    private static IEnumerable<Sentence> Overrides(PluginFolder folder)
    {
        if (folder.Overrides is { } other) yield return new($"it is used in place of {other}", $"используется вместо {other}");
    }
}
