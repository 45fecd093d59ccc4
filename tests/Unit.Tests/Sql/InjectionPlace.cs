using Cleverence.Connectivity;
using Connectors.Sql;

namespace Unit.Tests.Sql;

/// <summary>The argument positions that every text of the corpus is put into: a method each, which hands the text back.</summary>
internal static class InjectionPlace
{
    public static readonly string[] All = ["select", "cast", "where", "insert", "transaction", "list", "key", "function", "procedure", "items", "field", "name", "any", "table"];

    public const string Schema = "CREATE TABLE victim(item TEXT, qty INTEGER); INSERT INTO victim VALUES ('apple', 1), ('pear', 2); CREATE TABLE kept(id TEXT, text TEXT)";

    public const string Routines = """
        CREATE FUNCTION echo(text text) RETURNS text LANGUAGE sql AS $$ SELECT $1 $$;
        CREATE PROCEDURE echo_out(text text, INOUT back text DEFAULT NULL) LANGUAGE plpgsql AS $$ BEGIN back := text; END $$;
        """;

    public static IEnumerable<SqlMethodSettings> Methods(string kind)
    {
        var postgres = kind == "postgresql";
        yield return Of("select", "SELECT @text");
        yield return Of("cast", postgres ? "SELECT @text" : "SELECT CAST(@text AS TEXT)", method => method.Parameters[0].DbType = "text");
        yield return Of("where", "SELECT coalesce(max(item), @text) FROM victim WHERE item = @text OR item || @text = @text");
        yield return Of("insert", "INSERT INTO kept VALUES (NULL, @text) RETURNING text");
        yield return Of("transaction", "INSERT INTO kept VALUES (NULL, @text) RETURNING text", method => method.Transaction = "serializable");
        yield return Of("list", "", method =>
        {
            method.Statements.Add("INSERT INTO kept VALUES (@text, @text)");
            method.Statements.Add("SELECT text FROM kept WHERE id = @text AND text = @text");
        });
        yield return Of("key", "INSERT INTO kept VALUES (@key, 'k') RETURNING id", method =>
        {
            method.Parameters[0].Name = "key";
            (method.Safety, method.KeyParameter) = ("Keyed", "key");
        });
        yield return Of("function", "", method =>
        {
            method.Function = postgres ? "echo" : "coalesce";
            if (postgres) method.Parameters.Clear();
            else method.Parameters.Add(new SqlParameterSettings { Name = "other", Default = "-" });
        });
        if (postgres) yield return Of("procedure", "", method => (method.Procedure, method.Result) = ("echo_out", "scalar"), clear: true);
        yield return Of("items", postgres ? "SELECT (@text::text[])[1]" : "SELECT value FROM json_each(@text)", method => method.Parameters[0].Type = "list");
        yield return Of("field", postgres ? "SELECT @text::jsonb ->> 'k'" : "SELECT @text ->> 'k'", method => method.Parameters[0].Type = "record");
        yield return Of("name", postgres ? "SELECT key FROM jsonb_each_text(@text::jsonb)" : "SELECT key FROM json_each(@text)", method => method.Parameters[0].Type = "record");
        yield return Of("any", "SELECT @text", method => method.Parameters[0].Type = "any");
        yield return Of("table", postgres ? "SELECT t FROM json_to_recordset(@text) AS r(t text)" : "SELECT value ->> 't' FROM json_each(@text)", method => method.Parameters[0].Type = "table");
    }

    /// <summary>The text in the form its position takes.</summary>
    public static object? Argument(string place, string text) => place switch
    {
        "items" => new List<object?> { text },
        "field" => new ConnectorRecord { { "k", text } },
        "name" => new ConnectorRecord { { text, "v" } },
        "table" => ConnectorTable.FromRecords([new ConnectorRecord { { "t", text } }]),
        _ => text,
    };

    private static SqlMethodSettings Of(string name, string sql, Action<SqlMethodSettings>? more = null, bool clear = false)
    {
        var method = new SqlMethodSettings { Method = name, Sql = sql, Result = "scalar" };
        if (!clear) method.Parameters.Add(new SqlParameterSettings { Name = "text" });
        more?.Invoke(method);
        return method;
    }
}
