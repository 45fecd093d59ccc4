namespace Connectors.Sql;

/// <summary>A procedure or function as the catalogue knows it.</summary>
internal sealed record Routine(string Name, IReadOnlyList<RoutineParameter> Parameters);
