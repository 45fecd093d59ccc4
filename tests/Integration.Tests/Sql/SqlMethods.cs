using System.Text.Json.Nodes;

namespace Integration.Tests.Sql;

/// <summary>The methods of both connectors; where SQL differs, each has its own text for the same result.</summary>
internal static class SqlMethods
{
    public static IEnumerable<JsonObject> Common(string kind)
    {
        var postgres = kind == "postgresql";
        yield return Of("Остаток", "SELECT qty FROM stock WHERE item = @item", "scalar", "Safe", P("item")).With("aliases", new JsonArray("Rest"));
        yield return Of("Card", "SELECT item, qty, price, note FROM stock WHERE item = @item", "row", "Safe", P("item"));
        yield return Of("All", "SELECT item, qty, price, note FROM stock WHERE item IN ('apple', 'pear') ORDER BY item", "table", "Safe");
        yield return Of("Find", "SELECT item FROM stock WHERE item LIKE @mask AND item IN ('apple', 'pear') ORDER BY item", "table", "Safe", P("mask"));
        yield return Of("Add", "INSERT INTO stock VALUES (@item, @qty, @price, @note)", "affected", "Unsafe", P("item"), P("qty", "integer"), P("price", "decimal", optional: true), P("note", optional: true));
        yield return Of("Quiet", "UPDATE stock SET note = @note WHERE item = @item", "none", "Unsafe", P("item"), P("note"));
        yield return Of("Returning", "UPDATE stock SET note = @note WHERE item = @item RETURNING item, note", "table", "Unsafe", P("item"), P("note"));
        yield return Of("Move", "INSERT INTO moves VALUES (@id, @item, @qty) ON CONFLICT (id) DO NOTHING", "affected", "Keyed", P("id"), P("item"), P("qty", "integer", value: "1")).With("keyParameter", "id");
        yield return Of("MoveTwice", "INSERT INTO moves VALUES (@id, 'pear', 1); INSERT INTO moves VALUES (@id, 'pear', 1)", "affected", "Unsafe", P("id"));
        yield return Of("Moves", "SELECT count(*) FROM moves WHERE id = @id", "scalar", "Safe", P("id"));
        yield return Of("MovesOf", "SELECT count(*) FROM moves WHERE item = @item", "scalar", "Safe", P("item"));
        yield return Of("Both", "SELECT item FROM stock WHERE item IN ('apple', 'pear') ORDER BY item; SELECT 42 AS answer", "tables", "Safe");
        yield return Of("Echo", "SELECT @value AS value", "scalar", "Safe", P("value", "any"));
        yield return Of("Text", "SELECT @value AS value", "scalar", "Safe", P("value", size: 10));
        yield return Of("Integer", "SELECT @value AS value", "scalar", "Safe", P("value", "integer"));
        yield return Of("Decimal", "SELECT @value AS value", "scalar", "Safe", P("value", "decimal"));
        yield return Of("Binary", "SELECT @value AS value", "scalar", "Safe", P("value", "binary"));
        yield return Of("Flag", "SELECT @value AS value", "row", "Safe", P("value", "boolean")).With("columns", new JsonObject { ["value"] = "boolean" });
        yield return Of("Moment", "SELECT @value AS value", "row", "Safe", P("value", "dateTime")).With("columns", new JsonObject { ["value"] = "dateTime" });
        yield return Of("Sum", postgres ? "SELECT sum(v)::bigint FROM unnest(@values) v" : "SELECT sum(value) FROM json_each(@values)", "scalar", "Safe", P("values", "list").With("items", "integer"));
        yield return Of("Rows", postgres ? "SELECT sum(qty) FROM json_to_recordset(@rows) AS r(qty int)" : "SELECT sum(value ->> 'qty') FROM json_each(@rows)", "scalar", "Safe", P("rows", "table"));
        yield return Of("Numbers", "SELECT i FROM numbers ORDER BY i", "table", "Safe");
        yield return Of("Few", "SELECT i FROM numbers", "table", "Safe").With("maxRows", 10);
        yield return Of("Slow", postgres ? "SELECT pg_sleep(60)" : Endless, "scalar", "Safe").With("timeLimit", "00:00:01");
        yield return Of("SlowWrite", postgres ? "UPDATE stock SET note = 'slow' WHERE pg_sleep(60) IS NOT NULL" : $"UPDATE stock SET note = ({Endless})", "affected", "Unsafe").With("timeLimit", "00:00:01");
        yield return Of("Waiting", postgres ? "SELECT pg_sleep(20)" : Endless, "scalar", "Safe");
        yield return Of("Broken", "SELECT nothing FROM nowhere", "table", "Safe");
        yield return Of("Orphan", "INSERT INTO moves VALUES ('orphan', @item, 1)", "affected", "Unsafe", P("item"));
        if (!postgres) yield break;
        yield return new JsonObject { ["method"] = "Take", ["procedure"] = "take" };
        yield return new JsonObject { ["method"] = "Dear", ["function"] = "dear", ["safety"] = "Safe" };
    }

    private const string Endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";

    public static JsonObject P(string name, string type = "string", bool optional = false, string? value = null, int size = 0) =>
        new() { ["name"] = name, ["type"] = type, ["optional"] = optional, ["default"] = value, ["size"] = size };

    private static JsonObject Of(string method, string sql, string result, string safety, params JsonObject[] parameters) =>
        new() { ["method"] = method, ["sql"] = sql, ["result"] = result, ["safety"] = safety, ["parameters"] = new JsonArray([.. parameters]) };

    private static JsonObject With(this JsonObject method, string name, JsonNode value)
    {
        method[name] = value;
        return method;
    }
}
