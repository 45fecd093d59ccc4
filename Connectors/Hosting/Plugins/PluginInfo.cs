namespace Connectors.Hosting;

/// <summary>A plugin as people are shown it.</summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Folder">The folder.</param>
/// <param name="Status">How it stands.</param>
public sealed record PluginInfo(string Name, string Folder, PluginStatus Status)
{
    /// <summary>Why it stands so, when it is not simply loaded.</summary>
    public Sentence? Reason { get; init; }

    /// <summary>What its author or the administrator should know though it works: an overridden folder, a strange namespace, an unusable class.</summary>
    public IReadOnlyList<Sentence> Notes { get; init; } = [];

    /// <summary>The version of its main assembly.</summary>
    public string? Version { get; init; }

    /// <summary>The generation that serves, counted from 1; 0 when none does.</summary>
    public int Generation { get; init; }

    /// <summary>The connector types it provides.</summary>
    public IReadOnlyList<string> ConnectorTypes { get; init; } = [];

    /// <summary>The server operations it provides.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>Replaced generations that are still in memory.</summary>
    public IReadOnlyList<RetainedGeneration> Retained { get; init; } = [];
}
