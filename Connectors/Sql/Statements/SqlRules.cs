namespace Connectors.Sql;

/// <summary>How a database's SQL quotes and comments: what a scanner must skip so as not to take it for a parameter.</summary>
internal sealed record SqlRules
{
    /// <summary><c>[name]</c> and <c>`name`</c> are names; elsewhere a bracket is an index of an array.</summary>
    public bool BracketNames { get; init; }

    /// <summary>PostgreSQL: <c>$tag$ … $tag$</c>, <c>E'…\'…'</c>, nested comments, and operators such as <c>&lt;@</c>.</summary>
    public bool IsPostgres { get; init; }
}
