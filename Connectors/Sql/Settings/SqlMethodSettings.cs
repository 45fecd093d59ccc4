namespace Connectors.Sql;

/// <summary>A method callers call by name, and the statement, procedure or function it stands for.</summary>
public sealed class SqlMethodSettings
{
    /// <summary>The class callers name; empty for none.</summary>
    public string Class { get; set; } = "";

    /// <summary>The method callers name.</summary>
    public string Method { get; set; } = "";

    /// <summary>Other names of the method.</summary>
    public IList<string> Aliases { get; } = [];

    /// <summary>One sentence about it.</summary>
    public string? Description { get; set; }

    /// <summary>A statement with <c>@name</c> places.</summary>
    public string Sql { get; set; } = "";

    /// <summary>Statements that run one after another in one transaction.</summary>
    public IList<string> Statements { get; } = [];

    /// <summary>A stored procedure.</summary>
    public string Procedure { get; set; } = "";

    /// <summary>A function.</summary>
    public string Function { get; set; } = "";

    /// <summary>The parameters; those of a procedure or function may be left to the database's catalogue.</summary>
    public IList<SqlParameterSettings> Parameters { get; } = [];

    /// <summary><c>Safe</c>, <c>Keyed</c> or <c>Unsafe</c>.</summary>
    public string Safety { get; set; } = "Unsafe";

    /// <summary>The parameter of a Keyed method that is given the request id.</summary>
    public string KeyParameter { get; set; } = "";

    /// <summary>The method's own limit as <c>hh:mm:ss</c>; empty for the connector's.</summary>
    public string TimeLimit { get; set; } = "";

    /// <summary><c>none</c>, <c>affected</c>, <c>scalar</c>, <c>row</c>, <c>table</c>, <c>tables</c> or <c>out</c>.</summary>
    public string Result { get; set; } = "";

    /// <summary>The names of the tables of <c>tables</c>, in their order; <c>table1</c>, <c>table2</c> and so on without them.</summary>
    public IList<string> TableNames { get; } = [];

    /// <summary>The kinds of columns whose kind the database does not tell, such as computed ones of SQLite.</summary>
    public IDictionary<string, string> Columns { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary><c>none</c>, <c>readCommitted</c>, <c>repeatableRead</c> or <c>serializable</c>.</summary>
    public string Transaction { get; set; } = "";

    /// <summary>The most rows; 0 for the connector's.</summary>
    public int MaxRows { get; set; }

    /// <summary>The largest result in bytes; 0 for the connector's.</summary>
    public long MaxBytes { get; set; }
}
