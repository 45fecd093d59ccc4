namespace Cleverence.Connectivity;

/// <summary>The error of a method that a connector does not have.</summary>
public static class MethodErrors
{
    /// <summary>Names the method asked for and the methods there are.</summary>
    /// <param name="connectorId">The connector.</param>
    /// <param name="className">The class asked for.</param>
    /// <param name="methodName">The method asked for.</param>
    /// <param name="methods">The methods there are.</param>
    /// <returns>The exception to throw.</returns>
    public static ConnectorException NotFound(string connectorId, string className, string methodName, IReadOnlyList<ConnectorMethodInfo> methods)
    {
        var asked = string.IsNullOrEmpty(className) ? methodName : $"{className}.{methodName}";
        var known = methods is { Count: > 0 } ? string.Join(", ", methods.Select(method => method.FullName)) : "—";
        // The list may be long and is cut then; what was probably meant stands before it.
        var near = NearestOf(asked, methodName, methods ?? []);
        var text = $"Connector '{connectorId}' has no method '{asked}'.{(near is null ? "" : $" Did you mean '{near}'?")} It has: {known}.";
        return new(new ConnectorError(ConnectorErrorCode.MethodNotFound, text)
        {
            MessageRu = $"У коннектора «{connectorId}» нет метода «{asked}».{(near is null ? "" : $" Возможно, нужен «{near}».")} Есть: {known}.",
            Detail = text,
        });
    }

    // Under the class it has: one that was asked for under another, or none, is named in full.
    private static string? NearestOf(string asked, string methodName, IReadOnlyList<ConnectorMethodInfo> methods) =>
        NearestName.Of(asked, methods.SelectMany(NamesOf))
        ?? methods.FirstOrDefault(method => method.ClassName.Length > 0 && method.MethodName != ConnectorMethodInfo.AnyName && string.Equals(method.MethodName, methodName, StringComparison.OrdinalIgnoreCase))?.FullName;

    private static IEnumerable<string> NamesOf(ConnectorMethodInfo method) =>
        method.MethodName == ConnectorMethodInfo.AnyName ? [] : [method.FullName, .. method.Aliases.Select(alias => method.ClassName.Length == 0 ? alias : $"{method.ClassName}.{alias}")];
}
