using System.Collections.Frozen;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>The methods of one instance by class and name, ignoring case.</summary>
internal sealed class MethodIndex
{
    private static readonly StringComparer Names = StringComparer.OrdinalIgnoreCase;
    private readonly FrozenDictionary<string, FrozenDictionary<string, MethodEntry>> classes;

    /// <summary>Stands for any method of a connector that declares none.</summary>
    private readonly MethodEntry undeclared;

    public MethodIndex(IConnectorMethods? connector, bool blocking = false)
    {
        Declared = connector is not null;
        List = connector?.Methods ?? [];
        undeclared = new MethodEntry(new ConnectorMethodInfo("", "*") { Blocking = blocking });
        var found = new Dictionary<string, Dictionary<string, MethodEntry>>(Names);
        foreach (var info in List)
        {
            var entry = new MethodEntry(info);
            if (!found.TryGetValue(info.ClassName, out var methods)) found.Add(info.ClassName, methods = new(Names));
            foreach (var name in info.Aliases.Prepend(info.MethodName)) methods.TryAdd(name, entry);
        }

        classes = found.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenDictionary(Names), Names);
    }

    /// <summary>Whether the list is all the connector answers to.</summary>
    public bool Declared { get; }

    public IReadOnlyList<ConnectorMethodInfo> List { get; }

    /// <summary>
    /// Finds a method; an empty class with a dotted name that is no method is split at its last dot. Where the class lists
    /// <see cref="ConnectorMethodInfo.AnyName"/>, that stands for a name nobody listed. Hands back the class and name to call.
    /// </summary>
    public MethodEntry? Find(ref string className, ref string methodName, string connectorId)
    {
        if (!Declared) return undeclared;
        if (Find(className, methodName) is { } whole) return whole;
        if (className.Length > 0 || !new ConnectorCall(connectorId, methodName).TrySplit(out var splitClass, out var splitMethod)) return FindAny(className);
        if ((Find(splitClass, splitMethod) ?? FindAny(splitClass)) is not { } split) return FindAny(className);
        (className, methodName) = (splitClass, splitMethod);
        return split;
    }

    private MethodEntry? FindAny(string className) => Find(className, ConnectorMethodInfo.AnyName) ?? Find(ConnectorMethodInfo.AnyName, ConnectorMethodInfo.AnyName);

    private MethodEntry? Find(string className, string methodName) =>
        classes.TryGetValue(className, out var methods) && methods.TryGetValue(methodName, out var entry) ? entry : null;
}
