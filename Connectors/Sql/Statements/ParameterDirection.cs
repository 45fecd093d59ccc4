namespace Connectors.Sql;

/// <summary>Which way the value of a parameter goes.</summary>
internal enum ParameterDirection
{
    /// <summary>Into the database.</summary>
    In,

    /// <summary>Out of it.</summary>
    Out,

    /// <summary>Both ways.</summary>
    InOut,
}
