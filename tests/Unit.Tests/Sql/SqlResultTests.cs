using Cleverence.Connectivity;
using Connectors.Sql;
using Connectors.Transport.Arguments;

namespace Unit.Tests.Sql;

[TestClass]
public sealed class SqlResultTests
{
    private const string Schema = "CREATE TABLE stock(item TEXT PRIMARY KEY, qty INTEGER NOT NULL CHECK (qty >= 0)); INSERT INTO stock VALUES ('a', 1), ('b', 2)";

    [TestMethod]
    [DataRow("sqlite")]
    [DataRow("postgresql")]
    public async Task Each_shape_of_a_result_is_what_it_says(string kind)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, Schema);
        Task<object?> Ask(string sql, string shape) => fixture.CallAsync(SqlFixture.Method(sql, more: method => method.Result = shape));

        (await Ask("SELECT item, qty FROM stock ORDER BY item", "scalar")).Should().Be("a");
        (await Ask("SELECT qty FROM stock WHERE item = 'zzz'", "scalar")).Should().BeNull();
        ((ConnectorRecord)(await Ask("SELECT item, qty FROM stock ORDER BY item", "row"))!)["qty"].Should().Be(1L);
        (await Ask("SELECT item FROM stock WHERE item = 'zzz'", "row")).Should().BeNull();
        (await Ask("UPDATE stock SET qty = qty + 1", "affected")).Should().Be(2L);
        (await Ask("UPDATE stock SET qty = qty - 1", "none")).Should().BeNull();
        ((ConnectorTable)(await Ask("SELECT item, qty FROM stock WHERE item = 'zzz'", "table"))!).Columns.Should().Equal(new TableColumn("item", ValueKind.String), new TableColumn("qty", ValueKind.Integer));
        ((ConnectorTable)(await Ask("INSERT INTO stock VALUES ('c', 3) RETURNING item, qty", "table"))!).Rows.Should().ContainSingle().Which.Should().Equal("c", 3L);
    }

    [TestMethod]
    [DataRow("sqlite")]
    [DataRow("postgresql")]
    public async Task Several_sets_of_rows_are_a_record_of_tables(string kind)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, Schema);
        var method = SqlFixture.Method("SELECT item FROM stock; UPDATE stock SET qty = 9 WHERE item = @item; SELECT qty AS q FROM stock WHERE item = @item", "item", one =>
        {
            one.Result = "tables";
            one.TableNames.Add("items");
        });

        var record = (ConnectorRecord)(await fixture.CallAsync(method, ("item", "a")))!;

        record.Names.Should().Equal("items", "table2");
        ((ConnectorTable)record["items"]!).Rows.Should().HaveCount(2);
        ((ConnectorTable)record["table2"]!).Rows.Single().Should().Equal(9L);
    }

    [TestMethod]
    [DataRow("sqlite")]
    [DataRow("postgresql")]
    public async Task Columns_of_one_name_get_names_that_differ(string kind)
    {
        await using var fixture = await SqlFixture.StartAsync(kind);

        var table = (ConnectorTable)(await fixture.CallAsync(SqlFixture.Method("SELECT 1 AS a, 2 AS a, 3 AS A")))!;

        table.Columns.Select(column => column.Name.ToLowerInvariant()).Should().Equal("a", "a_2", "a_3");
    }

    [TestMethod]
    [DataRow("sqlite", "maxRows")]
    [DataRow("sqlite", "maxBytes")]
    [DataRow("postgresql", "maxRows")]
    [DataRow("postgresql", "maxBytes")]
    public async Task More_than_the_limit_is_refused_and_never_cut(string kind, string limit)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, Schema);
        var method = SqlFixture.Method("SELECT item, @long AS long FROM stock", "long", one => (one.MaxRows, one.MaxBytes) = limit == "maxRows" ? (1, 0) : (0, 1024));

        var error = await fixture.FailAsync(method, ("long", new string('x', 1000)));

        error.Code.Should().Be(ConnectorErrorCode.TooLarge);
        error.Reason.Should().Be("RESULT_TOO_LARGE");
        error.Message.Should().Be(limit == "maxRows" ? "The result of 'M' is over the limit of 1 rows. Narrow the request." : "The result of 'M' is over the limit of 1024 bytes. Narrow the request.");
    }

    [TestMethod]
    [DataRow("sqlite", "ж", 600, true)]
    [DataRow("sqlite", "x", 600, false)]
    [DataRow("postgresql", "ж", 600, true)]
    [DataRow("postgresql", "x", 600, false)]
    public async Task The_limit_in_bytes_counts_bytes_and_not_characters(string kind, string letter, int times, bool refused)
    {
        await using var fixture = await SqlFixture.StartAsync(kind);
        using var connector = fixture.Connect(SqlFixture.Method("SELECT @long", "long", one => (one.MaxBytes, one.Result) = (1024, "scalar")));
        var text = string.Concat(Enumerable.Repeat(letter, times));

        var call = () => SqlFixture.CallAsync(connector, CancellationToken.None, ("long", text));

        if (refused) (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be("RESULT_TOO_LARGE");
        else (await call()).Should().Be(text);
    }

    [TestMethod]
    public async Task Out_parameters_of_a_procedure_are_a_record()
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql", "CREATE PROCEDURE add_one(item text, INOUT qty int, OUT note text, step int DEFAULT 1) LANGUAGE plpgsql AS $$ BEGIN qty := qty + step; note := item || '!'; END $$");
        var declared = new SqlMethodSettings { Method = "M", Procedure = "add_one", Result = "out" };
        declared.Parameters.Add(new SqlParameterSettings { Name = "Item" });
        declared.Parameters.Add(new SqlParameterSettings { Name = "qty", Type = "integer", DbType = "int", Direction = "inout" });
        declared.Parameters.Add(new SqlParameterSettings { Name = "note", Direction = "out" });
        var catalogue = new SqlMethodSettings { Method = "M", Procedure = "public.add_one" };

        var first = (ConnectorRecord)(await fixture.CallAsync(declared, ("item", "x"), ("qty", 4L)))!;
        var second = (ConnectorRecord)(await fixture.CallAsync(catalogue, ("item", "x"), ("qty", 4L), ("step", 10L)))!;

        first.Should().Equal(KeyValuePair.Create("qty", (object?)5L), KeyValuePair.Create("note", (object?)"x!"));
        second["qty"].Should().Be(14L);
    }

    [TestMethod]
    public async Task Functions_of_PostgreSQL_take_their_parameters_from_the_catalogue()
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql", "CREATE FUNCTION \"Найти\"(id uuid, days int DEFAULT 3) RETURNS TABLE(a text, b int) LANGUAGE sql AS $$ SELECT id::text, days $$");
        var method = new SqlMethodSettings { Method = "M", Function = "\"Найти\"", Safety = "Safe" };

        var table = (ConnectorTable)(await fixture.CallAsync(method, ("id", "c8a5c0de-0000-4000-8000-000000000001")))!;
        var wrong = await fixture.FailAsync(method, ("ident", "x"));

        table.Rows.Single().Should().Equal("c8a5c0de-0000-4000-8000-000000000001", 3L);
        wrong.Offenders.Should().Equal("ident: unknown", "id: missing");
    }

    [TestMethod]
    public async Task Functions_of_SQLite_are_called_with_their_declared_parameters()
    {
        await using var fixture = await SqlFixture.StartAsync("sqlite");
        var method = new SqlMethodSettings { Method = "M", Function = "upper", Result = "scalar", Safety = "Safe" };
        method.Parameters.Add(new SqlParameterSettings { Name = "text" });

        (await fixture.CallAsync(method, ("text", "o'neil"))).Should().Be("O'NEIL");
    }

    [TestMethod]
    [DataRow("sqlite")]
    [DataRow("postgresql")]
    public async Task A_Keyed_method_gets_the_request_id_in_its_key_parameter(string kind)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, "CREATE TABLE moves(id TEXT PRIMARY KEY, item TEXT)");
        var method = SqlFixture.Method("INSERT INTO moves VALUES (@id, @item) ON CONFLICT (id) DO NOTHING", "id item", one => (one.Safety, one.KeyParameter) = ("Keyed", "id"));
        using var connector = fixture.Connect(method);
        var args = new Cleverence.Warehouse.InvokeArgs("S", "", "M", [new("item", "x")]) { RequestId = "r-1" };

        var first = await connector.InvokeAsync(args, CancellationToken.None);
        var second = await connector.InvokeAsync(args, CancellationToken.None);

        first.Value.Should().Be(1L);
        second.Value.Should().Be(0L);
        connector.Methods.Single().Parameters.Select(parameter => parameter.Name).Should().Equal("item");
        (await fixture.ScalarAsync("SELECT id FROM moves")).Should().Be(CallKeys.Of(args, connector.Methods.Single()));
    }
}
