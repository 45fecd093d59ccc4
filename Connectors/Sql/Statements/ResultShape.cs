namespace Connectors.Sql;

/// <summary>What a method hands back.</summary>
internal enum ResultShape
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The number of rows changed.</summary>
    Affected,

    /// <summary>The first value of the first row; null without one.</summary>
    Scalar,

    /// <summary>The first row as a record; null without one.</summary>
    Row,

    /// <summary>The last set of rows as a table.</summary>
    Table,

    /// <summary>All sets of rows as a record of tables.</summary>
    Tables,

    /// <summary>The out parameters as a record.</summary>
    Out,
}
