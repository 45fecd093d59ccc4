using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The answer to a question: fields of its head and the rows of its table. Numbers are decimals, dates are as the registry wrote them.</summary>
/// <param name="Kind">The element without its generation, such as <c>ReplyRests</c>; older names count as their successors.</param>
/// <param name="Fields">The head, by names in camel case (<c>restsDate</c>).</param>
/// <param name="RowsName">What the rows are called in the whole record (<c>positions</c>); null for answers without a table.</param>
/// <param name="RowCount">How many rows there are.</param>
/// <param name="Rows">The rows. Each enumeration reads the XML anew and holds one row at a time, since an answer may be tens of megabytes.</param>
internal sealed record ReplyBody(string Kind, ConnectorRecord Fields, string? RowsName, int RowCount, IEnumerable<ConnectorRecord> Rows)
{
    /// <summary>Head and rows in one record for a caller; the rows are a list under <see cref="RowsName"/>.</summary>
    public ConnectorRecord ToRecord()
    {
        var whole = new ConnectorRecord(Fields);
        if (RowsName is not null) whole[RowsName] = Rows.ToList<object?>();
        return whole;
    }
}
