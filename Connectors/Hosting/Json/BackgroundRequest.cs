using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>The part of a call's body that asks for the background.</summary>
public sealed record BackgroundRequest
{
    /// <summary>The key, unique among the active operations of one call; empty for none.</summary>
    public string Key { get; init; } = "";

    /// <summary>What people read in lists.</summary>
    public string Title { get; init; } = "";

    /// <summary>How many seconds the caller waits for the end; null for the default.</summary>
    public decimal? Wait { get; init; }

    /// <summary>How many portions run at once; null for the default.</summary>
    public int? Threads { get; init; }

    /// <summary>The portions with the arguments of their calls; empty for a single call.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<InvokeArg>>> Portions { get; init; } = [];
}
