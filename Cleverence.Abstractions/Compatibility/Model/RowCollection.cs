using System.Collections.ObjectModel;

namespace Cleverence.Warehouse;

/// <summary>A table: rows in their order. A device reads <c>Result.Count</c> and <c>Result[0].ColumnName</c>.</summary>
public sealed class RowCollection : Collection<Row>
{
    /// <summary>Adds rows at the end.</summary>
    /// <param name="rows">The rows.</param>
    public void AddRange(IEnumerable<Row> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (var row in rows) Add(row);
    }
}
