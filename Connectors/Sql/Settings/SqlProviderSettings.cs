namespace Connectors.Sql;

/// <summary>An ADO.NET provider in the plugin's folder <c>providers</c>.</summary>
public sealed class SqlProviderSettings
{
    /// <summary>Its main assembly within <c>providers</c>, such as <c>MySql/MySqlConnector.dll</c>.</summary>
    public string Assembly { get; set; } = "";

    /// <summary>The full name of its <c>DbProviderFactory</c>, such as <c>MySqlConnector.MySqlConnectorFactory</c>.</summary>
    public string Factory { get; set; } = "";

    /// <summary>What stands before a parameter's name in its SQL: <c>@</c>, <c>:</c>, or <c>?</c> for parameters without names.</summary>
    public string ParameterPrefix { get; set; } = "@";
}
