namespace Cleverence.Connectivity;

/// <summary>A column of a <see cref="ConnectorTable"/>: a name and the kind of its values; a cell may always be null.</summary>
/// <param name="Name">The column's name; any Unicode text.</param>
/// <param name="Type">The kind of every cell that is not null.</param>
public sealed record TableColumn(string Name, ValueKind Type);
