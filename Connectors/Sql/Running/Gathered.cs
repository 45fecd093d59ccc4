using System.Data.Common;
using Cleverence.Connectivity;

namespace Connectors.Sql;

/// <summary>What the commands of one call have brought so far.</summary>
internal sealed class Gathered(SqlMethod method)
{
    private readonly ConnectorRecord record = [];
    private ConnectorTable? table;
    private ConnectorRecord? first;
    private object? scalar;
    private int tables;

    public RowReader? Rows { get; set; }

    public long Affected { get; set; }

    public object? Value => method.Result switch
    {
        ResultShape.Affected => Affected,
        ResultShape.Scalar => scalar,
        ResultShape.Row => first,
        ResultShape.Table => table,
        ResultShape.Tables or ResultShape.Out => record,
        _ => null,
    };

    /// <summary>Takes a set of rows; of several, the last counts where only one is wanted.</summary>
    public async ValueTask TakeAsync(RowReader rows, CancellationToken cancellationToken)
    {
        switch (method.Result)
        {
            case ResultShape.Table:
                table = await rows.TableAsync(cancellationToken).ConfigureAwait(false);
                break;
            case ResultShape.Tables:
                record[NameOf(tables++)] = await rows.TableAsync(cancellationToken).ConfigureAwait(false);
                break;
            case ResultShape.Scalar or ResultShape.Row or ResultShape.Out:
                var cells = await rows.NextAsync(cancellationToken).ConfigureAwait(false);
                (first, scalar) = (cells is null ? null : RecordOf(rows.Columns, cells), cells is { Length: > 0 } ? cells[0] : null);
                if (method.Result == ResultShape.Out && first is not null) TakeFields(first);
                break;
            default:
                break;
        }
    }

    /// <summary>Takes the out parameters of a provider that brings them back in the parameters.</summary>
    public void TakeOut(DbCommand command, SqlErrors errors)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Direction == System.Data.ParameterDirection.Input) continue;
            try
            {
                record[parameter.ParameterName.TrimStart('@', ':')] = ProviderColumn.Shaped(parameter.Value);
            }
            catch (UnreadableValueException why)
            {
                throw errors.Unreadable(method, parameter.ParameterName, 1, why);
            }
        }
    }

    private void TakeFields(ConnectorRecord fields)
    {
        foreach (var (name, value) in fields) record[name] = value;
    }

    private string NameOf(int index) => index < method.TableNames.Count ? method.TableNames[index] : $"table{index + 1}";

    private static ConnectorRecord RecordOf(IReadOnlyList<TableColumn> columns, object?[] cells) =>
        new(columns.Select((column, at) => KeyValuePair.Create(column.Name, cells[at])));
}
