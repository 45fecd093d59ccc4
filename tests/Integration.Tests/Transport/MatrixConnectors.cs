namespace Integration.Tests.Transport;

/// <summary>The columns of the failure matrix. A connector is one entry: its settings and one call.</summary>
internal static class MatrixConnectors
{
    public static IReadOnlyList<MatrixConnector> All { get; } =
    [
        new("REST", "Rest", """
            { "templates": [
                { "method": "Safe", "path": "/stock" },
                { "method": "Keyed", "verb": "POST", "path": "/stock", "safety": "Keyed", "body": { "n": 1 } },
                { "method": "Unsafe", "verb": "POST", "path": "/stock", "body": { "n": 1 } } ] }
            """, safety => $$"""{"method":"{{safety}}"}"""),
    ];

    public static MatrixConnector Of(string name) => All.Single(connector => connector.Name == name);
}
