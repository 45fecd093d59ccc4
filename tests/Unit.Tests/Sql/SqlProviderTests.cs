using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Sql;
using Microsoft.Data.Sqlite;

namespace Unit.Tests.Sql;

/// <summary>What holds for any provider, however it behaves.</summary>
[TestClass]
public sealed class SqlProviderTests
{
    private const string Schemas = """
        ATTACH ':memory:' AS information_schema;
        CREATE TABLE information_schema.routines(routine_catalog, routine_schema, routine_name, specific_schema, specific_name);
        CREATE TABLE information_schema.parameters(specific_schema, specific_name, parameter_name, data_type, parameter_mode, ordinal_position);
        INSERT INTO information_schema.routines VALUES ('def', 'main', 'take', 'main', 'take'), ('def', 'test', 'take', 'test', 'take'), ('main', 'dbo', 'P', 'dbo', 'P'), ('main', 'arch', 'P', 'arch', 'P');
        INSERT INTO information_schema.parameters VALUES ('main', 'take', '@item', 'varchar', 'IN', 1), ('main', 'take', '@qty', 'int', 'INOUT', 2), ('test', 'take', '@item', 'varchar', 'IN', 1),
            ('dbo', 'P', '@a', 'int', 'IN', 1), ('arch', 'P', '@b', 'interval', 'IN', 1);
        """;

    [TestMethod]
    public async Task A_server_that_does_not_answer_while_connecting_is_unavailable_and_nothing_is_in_doubt()
    {
        await using var fixture = await SqlFixture.StartAsync("sqlite");
        using var connector = StubFactory.Connect(fixture, () => new SilentConnection(), "@", SqlFixture.Method("DELETE FROM t"));

        var call = () => SqlFixture.CallAsync(connector, CancellationToken.None);
        var error = (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
        var report = await connector.CheckAsync(CancellationToken.None);

        (error.Code, error.Reason, error.Retryable, error.InDoubt).Should().Be((ConnectorErrorCode.Unavailable, "CONNECT_TIMEOUT", true, false));
        report.Problems.Should().ContainSingle().Which.Code.Should().Be("CONNECT_TIMEOUT");
    }

    [TestMethod]
    public async Task A_provider_that_cannot_cancel_gives_its_connection_back_all_the_same()
    {
        await using var fixture = await SqlFixture.StartAsync("sqlite", "CREATE TABLE t(a INTEGER); INSERT INTO t VALUES (1), (2), (3)");
        var connection = new StubbornConnection();
        using var connector = StubFactory.Connect(fixture, () => connection, "@", SqlFixture.Method("SELECT a FROM t", more: method => method.Safety = "Safe"));

        var table = (ConnectorTable)(await connector.InvokeAsync(new InvokeArgs("S", "", "M"), CancellationToken.None)).Value!;
        var open = connection.State;
        await table.DisposeAsync();

        (open, connection.Cancels, connection.State).Should().Be((System.Data.ConnectionState.Open, 1, System.Data.ConnectionState.Closed));
    }

    [TestMethod]
    public async Task A_result_over_its_limit_is_cancelled_before_it_is_closed()
    {
        await using var fixture = await SqlFixture.StartAsync("sqlite", "CREATE TABLE t(a INTEGER); INSERT INTO t VALUES (1), (2), (3)");
        var connection = new StubbornConnection();
        using var connector = StubFactory.Connect(fixture, () => connection, "@", SqlFixture.Method("SELECT a FROM t", more: method => method.MaxRows = 2));

        var call = () => SqlFixture.CallAsync(connector, CancellationToken.None);

        (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.Code.Should().Be(ConnectorErrorCode.TooLarge);
        (connection.Cancels, connection.State).Should().Be((1, System.Data.ConnectionState.Closed));
    }

    [TestMethod]
    [DataRow("take", 1, "item:String:In qty:Integer:InOut")]
    [DataRow("test.take", 1, "item:String:In")]
    [DataRow("P", 2, "a:Integer:In b::In")]
    [DataRow("dbo.P", 1, "a:Integer:In")]
    [DataRow("\"arch\".\"P\"", 1, "b::In")]
    [DataRow("nowhere.P", 0, "")]
    public async Task A_routine_of_another_schema_is_another_routine(string name, int count, string parameters)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = Schemas;
            await command.ExecuteNonQueryAsync();
        }

        var found = await ProviderCatalogue.FindAsync(connection, name, number => $"@p{number}", CancellationToken.None);

        found.Should().HaveCount(count);
        string.Join(' ', found.SelectMany(one => one.Parameters).Select(one => $"{one.Name}:{one.Kind}:{one.Direction}").Order(StringComparer.Ordinal)).Should().Be(parameters);
    }

    [TestMethod]
    [DataRow("int", "Integer")]
    [DataRow("integer", "Integer")]
    [DataRow("bigint", "Integer")]
    [DataRow("int unsigned", "Integer")]
    [DataRow("mediumint(9)", "Integer")]
    [DataRow("point", "")]
    [DataRow("interval", "")]
    [DataRow("multipoint", "")]
    [DataRow("interval day to second", "")]
    [DataRow("varchar", "String")]
    public void Only_whole_numbers_are_integers(string type, string kind) => ProviderCatalogue.KindOf(type).ToString().Should().Be(kind);

    [TestMethod]
    [DataRow("23000", "Conflict", "INTEGRITY", true)]
    [DataRow("23505", "Conflict", "DUPLICATE", true)]
    [DataRow("44000", "Rejected", "CHECK", true)]
    [DataRow("21000", "Rejected", "SEVERAL_FOUND", true)]
    [DataRow("40001", "Busy", "SERIALIZATION", true)]
    [DataRow("HYT00", "Timeout", "STATEMENT_CANCELLED", false)]
    [DataRow("HY000", "Failed", "SERVER_ERROR", false)]
    [DataRow("S1000", "Failed", "SERVER_ERROR", false)]
    [DataRow("08S01", "Unavailable", "CONNECTION_LOST", false)]
    public void A_state_means_what_it_proves_and_no_more(string state, string code, string reason, bool certain)
    {
        var fault = ProviderFaults.Of(new StateException(state))!;

        (fault.Code.ToString(), fault.Reason, fault.Certain).Should().Be((code, reason, certain));
    }

    [TestMethod]
    [DataRow("en-US")]
    [DataRow("ru-RU")]
    public async Task A_fraction_in_a_column_of_integers_is_told_in_every_culture(string culture)
    {
        await using var fixture = await SqlFixture.StartAsync("sqlite", "CREATE TABLE t(a INTEGER); INSERT INTO t VALUES (1), (1.5)");
        using var connector = StubFactory.Connect(fixture, () => new SqliteConnection(), "@", SqlFixture.Method("SELECT a FROM t ORDER BY a"));
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var call = () => SqlFixture.CallAsync(connector, CancellationToken.None);

            (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.Message.Should().Be("Row 2, column 'a': '1.5' is not integer; name the column's kind in \"columns\".");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
