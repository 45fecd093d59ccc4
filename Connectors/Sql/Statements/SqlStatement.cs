namespace Connectors.Sql;

/// <summary>One statement, taken apart at its <c>@name</c> places.</summary>
internal sealed record SqlStatement(IReadOnlyList<SqlPart> Parts, string Keyword)
{
    private static readonly string[] Reading = ["SELECT", "WITH", "VALUES", "TABLE", "SHOW", "PRAGMA", "EXPLAIN"];
    private static readonly string[] Writing = ["INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "TRUNCATE", "CREATE", "ALTER", "DROP", "GRANT", "REVOKE", "VACUUM", "REINDEX"];

    /// <summary>The parameters in the order of their places, one entry a place.</summary>
    public IEnumerable<string> Places => Parts.Where(part => part.IsPlace).Select(part => part.Text);

    /// <summary>Whether its first word promises rows.</summary>
    public bool ReturnsRows => Reading.Contains(Keyword);

    /// <summary>Whether its first word changes something.</summary>
    public bool Writes => Writing.Contains(Keyword);
}
