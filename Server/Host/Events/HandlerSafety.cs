using Cleverence.Connectivity;

namespace Server.Events;

/// <summary>Whether a machine may call a handler again: what its connector declares, otherwise no.</summary>
internal static class HandlerSafety
{
    public static MethodSafety Of(ConnectorInfo? connector, ConnectorCall handler)
    {
        if (connector is null) return MethodSafety.Unsafe;
        var method = Find(connector, "", handler.Text)
            ?? (handler.TrySplit(out var className, out var methodName) ? Find(connector, className, methodName) ?? Find(connector, className, ConnectorMethodInfo.AnyName) : null)
            ?? Find(connector, "", ConnectorMethodInfo.AnyName);
        return method?.Safety ?? MethodSafety.Unsafe;
    }

    private static ConnectorMethodInfo? Find(ConnectorInfo connector, string className, string name) => connector.Methods.FirstOrDefault(method =>
        method.ClassName.Equals(className, StringComparison.OrdinalIgnoreCase) && method.Aliases.Prepend(method.MethodName).Contains(name, StringComparer.OrdinalIgnoreCase));
}
