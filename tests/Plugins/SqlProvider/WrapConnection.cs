using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace SqlProvider;

/// <summary>A connection; its string is <c>File=…;Password=…</c>.</summary>
public sealed class WrapConnection : DbConnection
{
    private string text = "";

    public SqliteConnection? Inner { get; private set; }

    [AllowNull]
    public override string ConnectionString
    {
        get => text;
        set
        {
            var pairs = new DbConnectionStringBuilder { ConnectionString = value };
            if (!pairs.ContainsKey("File")) throw new ArgumentException($"No File in '{value}'.");
            text = value ?? "";
        }
    }

    public override string Database => "main";

    public override string DataSource => "wrap";

    public override string ServerVersion => "7.1";

    public override ConnectionState State => Inner?.State ?? ConnectionState.Closed;

    public override void Open()
    {
        Inner = new SqliteConnection($"Data Source={new DbConnectionStringBuilder { ConnectionString = text }["File"]};Mode=ReadWrite;Pooling=False");
        Told(Inner.Open);
    }

    public override void Close() => Inner?.Close();

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public void Told(Action work)
    {
        try
        {
            work();
        }
        catch (SqliteException failure)
        {
            throw new WrapException(failure, text);
        }
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => Inner!.BeginTransaction();

    protected override DbCommand CreateDbCommand() => new WrapCommand { Connection = this };

    protected override void Dispose(bool disposing)
    {
        if (disposing) Inner?.Dispose();
        base.Dispose(disposing);
    }
}
