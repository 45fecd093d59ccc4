namespace Server.Api;

/// <summary>All plugins.</summary>
internal sealed record PluginList(IReadOnlyList<PluginBody> Plugins);
