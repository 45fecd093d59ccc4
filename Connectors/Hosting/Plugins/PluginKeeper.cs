using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>Loads plugins at the start and takes over what changes in their folders, one plugin at a time.</summary>
internal sealed class PluginKeeper(
    PluginFolders folders, PluginLoader loader, PluginCatalog catalog, ConnectorRoster roster, OperationStart operations, Retirement retirement, ILogger<PluginKeeper> log)
{
    public PluginFolders Folders => folders;

    /// <summary>Loads all plugins, side by side: one that hangs costs its limit once, not its neighbours' too.</summary>
    public async Task LoadAllAsync()
    {
        var found = folders.Scan();
        foreach (var disabled in found.Where(folder => folder.IsDisabled)) catalog.Disable(disabled);
        var loading = found.Where(folder => !folder.IsDisabled).Select(async folder => (folder, generation: await LoadAsync(folder).ConfigureAwait(false))).ToList();
        foreach (var (folder, generation) in await Task.WhenAll(loading).ConfigureAwait(false))
        {
            if (generation is not null) Accept(folder, generation);
        }
    }

    /// <summary>Takes over changed, new and removed folders.</summary>
    public async Task TakeOverAsync(IReadOnlyList<string> changed)
    {
        var found = folders.Scan().ToDictionary(folder => folder.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var name in changed.Order(StringComparer.OrdinalIgnoreCase))
        {
            if (!found.TryGetValue(name, out var folder)) await OutAsync(name, catalog.Remove(name), "its folder is gone").ConfigureAwait(false);
            else if (folder.IsDisabled) await OutAsync(name, catalog.Disable(folder), "it was disabled").ConfigureAwait(false);
            else await SwapAsync(folder).ConfigureAwait(false);
        }
    }

    private async Task SwapAsync(PluginFolder folder)
    {
        if (await LoadAsync(folder).ConfigureAwait(false) is not { } generation)
        {
            await roster.RefitAsync().ConfigureAwait(false);
            return;
        }

        var refused = await roster.SwitchAsync(generation, () => Accept(folder, generation)).ConfigureAwait(false);
        if (refused is null) return;
        catalog.Reject(folder, generation.Number, PluginStatus.Faulted, new($"the new files cannot serve: {refused.Message}", $"новые файлы не могут работать: {refused.MessageRu ?? refused.Message}"));
        log.LogError("The new files of plugin {Plugin} are not used: {Reason}", folder.Name, refused.Detail ?? refused.Message);
        _ = retirement.RetireAsync(generation);
    }

    private async Task<PluginGeneration?> LoadAsync(PluginFolder folder)
    {
        var number = catalog.NextNumber(folder.Name);
        try
        {
            return await loader.LoadAsync(folder, number).ConfigureAwait(false);
        }
        catch (PluginException failure)
        {
            log.LogError("Plugin {Plugin} is {Status}: {Reason}.", folder.Name, failure.Status, failure.Reason.En);
            catalog.Reject(folder, number, failure.Status, failure.Reason);
            return null;
        }
    }

    private void Accept(PluginFolder folder, PluginGeneration generation)
    {
        operations.Start(generation);
        var before = catalog.Accept(folder, generation);
        foreach (var note in generation.Notes) log.LogWarning("Plugin {Plugin}: {Note}.", folder.Name, note.En);
        log.LogInformation("Plugin {Plugin} {Version} serves, generation {Generation}: {Types}", folder.Name, generation.Version, generation.Number, string.Join(", ", generation.Connectors.Select(type => type.Name)));
        if (before is not null) _ = retirement.RetireAsync(before);
    }

    private async Task OutAsync(string name, PluginGeneration? before, string why)
    {
        log.LogWarning("Plugin {Plugin} no longer serves: {Why}.", name, why);
        await roster.RefitAsync().ConfigureAwait(false);
        if (before is not null) _ = retirement.RetireAsync(before);
    }
}
