using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Connectors.Hosting;

/// <summary>The operations of all serving generations; the first plugin by folder name owns a name.</summary>
internal sealed class ServerOperations : IServerOperations
{
    private volatile Snapshot snapshot = new(FrozenDictionary<string, Entry>.Empty, []);

    public IReadOnlyList<ServerOperationInfo> List => snapshot.List;

    public bool TryTake(string name, [NotNullWhen(true)] out ServerOperationLease? lease)
    {
        ArgumentNullException.ThrowIfNull(name);
        lease = null;
        for (var seen = snapshot; seen.ByName.TryGetValue(name.Trim(), out var entry); seen = snapshot)
        {
            if (entry.Holds.TryTake($"operation {entry.Operation.Info.Name}", out var hold))
            {
                lease = new ServerOperationLease(entry.Operation, hold);
                return true;
            }

            // Retired between the look and the step: its successor is published before it is retired, unless there is none.
            if (ReferenceEquals(seen, snapshot)) return false;
        }

        return false;
    }

    /// <summary>Publishes the operations of these generations, in their order; hands back who lost a name to whom.</summary>
    public IReadOnlyList<(string Plugin, Sentence Note)> Publish(IEnumerable<PluginGeneration> generations)
    {
        var found = new Dictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);
        var lost = new List<(string, Sentence)>();
        foreach (var generation in generations)
        {
            foreach (var operation in generation.Operations)
            {
                var info = operation.Info;
                if (found.TryAdd(info.Name, new(operation, generation.Holds))) continue;
                var first = found[info.Name].Operation.Info.Plugin;
                lost.Add((info.Plugin, new($"operation '{info.Name}' is already provided by plugin '{first}'", $"операция «{info.Name}» уже есть в плагине «{first}»")));
            }
        }

        snapshot = new(
            found.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase),
            [.. found.Values.Select(entry => entry.Operation.Info).OrderBy(info => info.Name, StringComparer.OrdinalIgnoreCase)]);
        return lost;
    }

    private sealed record Entry(ServerOperation Operation, GenerationHolds Holds);

    private sealed record Snapshot(FrozenDictionary<string, Entry> ByName, IReadOnlyList<ServerOperationInfo> List);
}
