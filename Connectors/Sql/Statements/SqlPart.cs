namespace Connectors.Sql;

/// <summary>A part of a statement: text as it stands, or the name of a parameter.</summary>
internal readonly record struct SqlPart(string Text, bool IsPlace);
