using Cleverence.Connectivity;

namespace Connectors.Sql;

/// <summary>A parameter of a method as the database sees it.</summary>
internal sealed record SqlParameter(string Name, ValueKind? Kind)
{
    /// <summary>The kind of a list's items; null to look at the items.</summary>
    public ValueKind? Items { get; init; }

    /// <summary>The database's type its place is cast to; empty for none.</summary>
    public string DbType { get; init; } = "";

    public ParameterDirection Direction { get; init; }

    public int Size { get; init; }

    /// <summary>Whether a procedure's own default is used when the caller leaves it out.</summary>
    public bool LeftOutWhenNotGiven { get; init; }

    /// <summary>Whether the name is written as the database has it, and is not folded.</summary>
    public bool IsExact { get; init; }

    /// <summary>Whether the database knows only its position.</summary>
    public bool IsNameless { get; init; }
}
