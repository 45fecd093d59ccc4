using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>Builds the operation classes of a generation as it comes into service.</summary>
internal sealed class OperationStart(PluginConstruction construction, TimeSpan limit, TimeProvider time, ILogger<OperationStart> log)
{
    public void Start(PluginGeneration generation)
    {
        foreach (var owner in generation.Operations.Select(operation => operation.Owner).OfType<OperationClass>().Distinct())
        {
            var name = owner.Type.Name;
            if (generation.Holds.TryTake($"constructor of {name}", out var hold)) _ = BuildAsync(generation.Plugin, name, owner, hold);
        }
    }

    private async Task BuildAsync(string plugin, string name, OperationClass owner, GenerationHold hold)
    {
        await owner.BuildAsync(type => construction.Build(type, new ConstructionOrder($"Connectors.{plugin}.{type.Name}", ConfiguredConnector.NoSettings, null)), hold, limit, time).ConfigureAwait(false);
        if (owner.Instance.IsFaulted) log.LogError(owner.Instance.Exception!.InnerException, "The operations of {Class} in plugin {Plugin} cannot be used. {Why}", name, plugin, (owner.Instance.Exception.InnerException as ConnectorException)?.Error.Detail);
    }
}
