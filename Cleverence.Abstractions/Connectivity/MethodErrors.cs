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
        return new(new ConnectorError(ConnectorErrorCode.MethodNotFound, $"Connector '{connectorId}' has no method '{asked}'. It has: {known}.")
        {
            MessageRu = $"У коннектора «{connectorId}» нет метода «{asked}». Есть: {known}.",
            Detail = $"Connector '{connectorId}' has no method '{asked}'. It has: {known}.",
        });
    }
}
