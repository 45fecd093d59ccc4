using Cleverence.Connectivity;
using Connectors.Sql;

namespace Unit.Tests.Sql;

/// <summary>Parameters of routines as PostgreSQL's catalogue has them.</summary>
[TestClass]
public sealed class SqlRoutineTests
{
    private const string Routines = """
        CREATE FUNCTION named(_argument text, _args text DEFAULT 'd') RETURNS text LANGUAGE sql AS $$ SELECT _argument || '/' || _args $$;
        CREATE FUNCTION nameless(text DEFAULT 'a', text DEFAULT 'b') RETURNS text LANGUAGE sql AS $$ SELECT $1 || '/' || $2 $$;
        CREATE FUNCTION mixed(first text, text, _arg2 text DEFAULT 'c') RETURNS text LANGUAGE sql AS $$ SELECT first || '/' || $2 || '/' || _arg2 $$;
        CREATE FUNCTION gives(a text DEFAULT 'a', b text DEFAULT 'b', OUT text) LANGUAGE sql AS $$ SELECT a || '/' || b $$;
        CREATE PROCEDURE outs(text, INOUT back text, OUT note text) LANGUAGE plpgsql AS $$ BEGIN note := $1 || back; END $$;
        """;

    [TestMethod]
    [DataRow("named", "_args=y _argument=x", "x/y")]
    [DataRow("named", "_argument=x", "x/d")]
    [DataRow("nameless", "", "a/b")]
    [DataRow("nameless", "_arg1=x", "x/b")]
    [DataRow("nameless", "_arg2=y _arg1=x", "x/y")]
    [DataRow("gives", "b=y", "a/y")]
    [DataRow("mixed", "first=x _arg2_=y", "x/y/c")]
    [DataRow("mixed", "_arg2=z first=x _arg2_=y", "x/y/z")]
    public async Task Each_argument_reaches_its_own_parameter(string function, string arguments, string expected)
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql", Routines);

        (await fixture.CallAsync(Function(function), Arguments(arguments))).Should().Be(expected);
    }

    [TestMethod]
    public async Task A_nameless_parameter_never_moves_into_the_place_of_one_left_out()
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql", Routines);

        var error = await fixture.FailAsync(Function("nameless"), ("_arg2", "y"));

        (error.Code, error.InDoubt).Should().Be((ConnectorErrorCode.InvalidArguments, false));
        error.Offenders.Should().Equal("_arg1: missing, as _arg2 after it has only a position");
    }

    [TestMethod]
    public async Task Nameless_parameters_of_a_procedure_keep_their_places()
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql", Routines);

        var record = (ConnectorRecord)(await fixture.CallAsync(new SqlMethodSettings { Method = "M", Procedure = "outs" }, ("_arg1", "x"), ("back", "y")))!;

        record.Should().Equal(KeyValuePair.Create("back", (object?)"y"), KeyValuePair.Create("note", (object?)"xy"));
    }

    [TestMethod]
    public async Task A_type_of_somebodys_own_whose_name_begins_as_an_arrays_is_text()
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql", "CREATE TYPE _size AS ENUM ('{s}', 'l'); CREATE FUNCTION next(size _size) RETURNS _size LANGUAGE sql AS $$ SELECT size $$");

        var table = (ConnectorTable)(await fixture.CallAsync(SqlFixture.Method("SELECT '{s}'::_size AS size")))!;

        table.Columns.Should().Equal(new TableColumn("size", ValueKind.String));
        table.Rows.Single().Should().Equal("{s}");
        (await fixture.CallAsync(Function("next"), ("size", "l"))).Should().Be("l");
    }

    private static SqlMethodSettings Function(string name) => new() { Method = "M", Function = name, Result = "scalar" };

    private static (string, object?)[] Arguments(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => (one.Split('=')[0], (object?)one.Split('=')[1]))];
}
