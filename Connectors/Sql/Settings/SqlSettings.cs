namespace Connectors.Sql;

/// <summary>The settings of a SQL connector: one database and its named statements.</summary>
public sealed class SqlSettings
{
    /// <summary><c>sqlite</c>, <c>postgresql</c>, or <c>other</c> with <see cref="Provider"/>.</summary>
    public string Database { get; set; } = "";

    /// <summary>How to connect, in the provider's own form; best a secret.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>An ADO.NET provider dropped in beside the plugin.</summary>
    public SqlProviderSettings Provider { get; set; } = new();

    /// <summary>The limit of one call as <c>hh:mm:ss</c>.</summary>
    public string Timeout { get; set; } = "00:00:25";

    /// <summary>The limit of connecting as <c>hh:mm:ss</c>; with SQLite, of waiting for a lock of another program.</summary>
    public string ConnectTimeout { get; set; } = "00:00:05";

    /// <summary>The most rows of a result; more is refused, never cut.</summary>
    public int MaxRows { get; set; } = 100_000;

    /// <summary>The largest result in bytes of its values; more is refused, never cut.</summary>
    public long MaxBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Whether a check lists the tables, views, procedures and functions of the database.</summary>
    public bool Discover { get; set; }

    /// <summary>The statements, each a method of the connector.</summary>
    public IList<SqlMethodSettings> Methods { get; } = [];
}
