namespace Connectors.Hosting;

/// <summary>How one plugin stands in the catalog.</summary>
internal sealed record PluginEntry(PluginFolder Folder, PluginStatus Status)
{
    public Sentence? Reason { get; init; }

    /// <summary>The generation that serves, if any: a failed newer one does not end it.</summary>
    public PluginGeneration? Generation { get; init; }

    /// <summary>Set when another plugin owns a type of this one.</summary>
    public Sentence? Clash { get; init; }

    /// <summary>Operations whose names another plugin owns.</summary>
    public IReadOnlyList<Sentence> LostOperations { get; init; } = [];

    /// <summary>How many generations were tried so far.</summary>
    public int Tried { get; init; }
}
