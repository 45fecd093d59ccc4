using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace SqlProvider;

/// <summary>A command. It knows one stored procedure, <c>add_one</c>: qty in and out, note out.</summary>
public sealed class WrapCommand : DbCommand
{
    private readonly SqliteCommand inner = new();

    [AllowNull]
    public override string CommandText { get => inner.CommandText; set => inner.CommandText = value; }

    public override int CommandTimeout { get => inner.CommandTimeout; set => inner.CommandTimeout = value; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; }

    protected override DbTransaction? DbTransaction { get => inner.Transaction; set => inner.Transaction = (SqliteTransaction?)value; }

    protected override DbParameterCollection DbParameterCollection => inner.Parameters;

    public override void Cancel() => inner.Cancel();

    public override int ExecuteNonQuery() => throw new NotSupportedException();

    public override object ExecuteScalar() => throw new NotSupportedException();

    public override void Prepare() => Told(() =>
    {
        Connected();
        inner.Prepare();
    });

    protected override DbParameter CreateDbParameter() => new WrapParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        Connected();
        if (CommandType == CommandType.StoredProcedure) return Procedure();
        SqliteDataReader? reader = null;
        Told(() => reader = inner.ExecuteReader());
        return reader!;
    }

    private SqliteDataReader Procedure()
    {
        if (CommandText != "add_one") Told(() => throw new SqliteException("no such procedure", 1));
        foreach (WrapParameter parameter in inner.Parameters)
        {
            if (parameter.ParameterName == "qty") parameter.Value = Convert.ToInt64(parameter.Value, System.Globalization.CultureInfo.InvariantCulture) + 1;
            if (parameter.ParameterName == "note") parameter.Value = "done";
        }

        var nothing = new SqliteCommand("SELECT 1 WHERE 0", inner.Connection);
        return nothing.ExecuteReader();
    }

    private void Connected() => inner.Connection = ((WrapConnection)DbConnection!).Inner;

    private void Told(Action work) => ((WrapConnection)DbConnection!).Told(work);
}
