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
            """, Method),
        new("SOAP", "Soap", $$"""
            { "wsdl": "{{Wsdl}}", "operations": [{ "operation": "Safe", "safety": "Safe" }, { "operation": "Keyed", "safety": "Keyed" }] }
            """, Method) { Path = "/service" },
        new("1C HTTP", "OneC", """
            { "serverTimeZone": "Europe/Moscow", "sessionMode": "none", "poolTimeout": "00:00:00.2", "methods": [
                { "method": "Safe", "safety": "Safe" }, { "method": "Keyed", "safety": "Keyed" }, { "method": "Unsafe" } ] }
            """, Method) { Path = "/trade", Rows = OneCRows.All },
        new("OData", "OneC", """
            { "serverTimeZone": "Europe/Moscow", "sessionMode": "none", "poolTimeout": "00:00:00.2", "auth": { "type": "basic", "user": "Кладовщик Петров", "password": "пароль 1" },
              "odata": { "methods": [
                { "method": "Safe", "operation": "get", "entity": "Catalog_Контрагенты", "key": "a0000000-0000-4000-8000-000000000001" },
                { "method": "Keyed", "operation": "patch", "safety": "Keyed", "entity": "Catalog_Контрагенты", "key": "a0000000-0000-4000-8000-000000000001", "fields": { "Description": "A" } },
                { "method": "Unsafe", "operation": "create", "entity": "Catalog_Контрагенты", "fields": { "Description": "A" } } ] } }
            """, Method) { Path = "/trade", When = request => !request.Path.Split('?')[0].EndsWith("metadata", StringComparison.Ordinal), Rows = OneCRows.All },
    ];

    private static string Wsdl => System.IO.Path.Combine(Built.Root, "tests", "Integration.Tests", "Transport", "matrix.wsdl").Replace("\\", "\\\\", StringComparison.Ordinal);

    private static string Method(string safety) => $$"""{"method":"{{safety}}"}""";

    public static MatrixConnector Of(string name) => All.Single(connector => connector.Name == name);
}
