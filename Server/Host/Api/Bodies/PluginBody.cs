using Connectors.Hosting;

namespace Server.Api;

/// <summary>A plugin as lists show it.</summary>
internal sealed record PluginBody(string Name, PluginStatus Status, string? Version, int Generation)
{
    public string? Reason { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<string> ConnectorTypes { get; init; } = [];

    public IReadOnlyList<string> Operations { get; init; } = [];

    public IReadOnlyList<RetainedGeneration> Retained { get; init; } = [];

    public static PluginBody Of(PluginInfo plugin, string? language) => new(plugin.Name, plugin.Status, plugin.Version, plugin.Generation)
    {
        Reason = plugin.Reason is { } reason ? In(reason, language) : null,
        Notes = [.. plugin.Notes.Select(note => In(note, language))],
        ConnectorTypes = plugin.ConnectorTypes,
        Operations = plugin.Operations,
        Retained = plugin.Retained,
    };

    private static string In(Sentence sentence, string? language) => language == "ru" ? sentence.Ru : sentence.En;
}
