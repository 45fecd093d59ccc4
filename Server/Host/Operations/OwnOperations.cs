using Cleverence.Connectivity;

namespace Server.Operations;

/// <summary>The server's own operations by name; spaces around it and case do not matter.</summary>
internal sealed class OwnOperations(IEnumerable<IOwnOperation> operations)
{
    private readonly List<IOwnOperation> all = [.. operations];

    public IEnumerable<ConnectorMethodInfo> Infos => all.Select(operation => operation.Info);

    public IOwnOperation? Find(string name)
    {
        var wanted = name.Trim();
        return all.Find(operation => operation.Info.Aliases.Prepend(operation.Info.MethodName).Contains(wanted, StringComparer.OrdinalIgnoreCase));
    }
}
