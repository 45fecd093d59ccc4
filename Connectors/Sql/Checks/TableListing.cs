using System.Data.Common;
using Cleverence.Connectivity;

namespace Connectors.Sql;

/// <summary>Lists tables and views with their columns in the shape of methods: class <c>table</c> or <c>view</c>, the columns as parameters.</summary>
internal static class TableListing
{
    /// <summary>Reads rows of table, is it a view, column, type, …, may it be null (last).</summary>
    public static async Task<IReadOnlyList<ConnectorMethodInfo>> ReadAsync(DbCommand command, Func<DbDataReader, ValueKind?> kindOf, CancellationToken cancellationToken)
    {
        var found = new List<(string Name, bool IsView, List<ConnectorParameterInfo> Columns)>();
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var name = reader.GetString(0);
                if (found.Count == 0 || found[^1].Name != name) found.Add((name, Flag(reader, 1), []));
                found[^1].Columns.Add(new ConnectorParameterInfo(reader.GetString(2), kindOf(reader)) { Optional = Flag(reader, reader.FieldCount - 1), Description = reader.GetString(3) });
            }
        }

        return [.. found.Select(table => new ConnectorMethodInfo(table.IsView ? "view" : "table", table.Name) { Parameters = table.Columns, Description = table.IsView ? "A view of the database." : "A table of the database." })];
    }

    private static bool Flag(DbDataReader reader, int ordinal) => Convert.ToInt64(reader.GetValue(ordinal), System.Globalization.CultureInfo.InvariantCulture) != 0;
}
