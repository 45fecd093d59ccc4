using Cleverence.Connectivity;

namespace Connectors.Sql;

/// <summary>A parameter of a routine as the catalogue knows it.</summary>
internal sealed record RoutineParameter(string Name, string DbType, ValueKind? Kind, ParameterDirection Direction, bool HasDefault)
{
    /// <summary>Whether the database has no name for it, and the one here is made up.</summary>
    public bool IsNameless { get; init; }
}
