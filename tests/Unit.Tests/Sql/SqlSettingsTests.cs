using Cleverence.Connectivity;
using Connectors.Sql;

namespace Unit.Tests.Sql;

[TestClass]
public sealed class SqlSettingsTests
{
    private const string Secret = "geheim-77";

    private static readonly Dictionary<string, Action<SqlSettings>> Mistakes = new()
    {
        ["no database"] = settings => settings.Database = "",
        ["unknown database"] = settings => settings.Database = "dbase",
        ["no connection string"] = settings => settings.ConnectionString = " ",
        ["no pairs"] = settings => settings.ConnectionString = $"Host=h;{Secret}",
        ["unknown key"] = settings => settings.ConnectionString = $"Host=h;Database=d;Hostt=x;Password={Secret}",
        ["wrong port"] = settings => settings.ConnectionString = $"Host=h;Database=d;Port=abc;Password={Secret}",
        ["no host"] = settings => settings.ConnectionString = $"Database=d;Password={Secret}",
        ["no database name"] = settings => settings.ConnectionString = $"Host=h;Password={Secret}",
        ["no file"] = settings => (settings.Database, settings.ConnectionString) = ("sqlite", "Mode=ReadOnly"),
        ["memory"] = settings => (settings.Database, settings.ConnectionString) = ("sqlite", "Data Source=:memory:"),
        ["file key"] = settings => (settings.Database, settings.ConnectionString) = ("sqlite", $"Data Source=a.db;Mode=Fast;Password={Secret}"),
        ["bare timeout"] = settings => settings.Timeout = "30",
        ["zero timeout"] = settings => settings.ConnectTimeout = "00:00:00",
        ["rows"] = settings => settings.MaxRows = 100_001,
        ["bytes"] = settings => settings.MaxBytes = 10,
        ["no methods"] = settings => settings.Methods.Clear(),
        ["no provider"] = settings => settings.Database = "other",
        ["provider outside"] = settings => (settings.Database, settings.Provider.Assembly, settings.Provider.Factory) = ("other", "../x.dll", "F"),
        ["provider absent"] = settings => (settings.Database, settings.Provider.Assembly, settings.Provider.Factory) = ("other", "my/x.dll", "F"),
        ["prefix"] = settings => (settings.Database, settings.Provider.ParameterPrefix) = ("other", "!"),
        ["no name"] = settings => settings.Methods[0].Method = "",
        ["name twice"] = settings => settings.Methods.Add(SqlFixture.Method("SELECT 1", more: method => method.Method = "m")),
        ["no statement"] = settings => settings.Methods[0].Sql = "",
        ["two statements"] = settings => settings.Methods[0].Procedure = "p",
        ["only a comment"] = settings => (settings.Methods[0].Sql, settings.Methods[0].Result) = ("-- nothing", "none"),
        ["open quote"] = settings => settings.Methods[0].Sql = "SELECT 'a",
        ["not declared"] = settings => settings.Methods[0].Sql = "SELECT @item",
        ["not used"] = settings => settings.Methods[0].Parameters.Add(new SqlParameterSettings { Name = "item" }),
        ["parameter name"] = settings => settings.Methods[0].Parameters.Add(new SqlParameterSettings { Name = "a b" }),
        ["parameter twice"] = settings => settings.Methods[0] = SqlFixture.Method("SELECT @a", "a A"),
        ["type"] = settings => settings.Methods[0] = SqlFixture.Method("SELECT @a", "a:float"),
        ["items"] = settings => settings.Methods[0] = SqlFixture.Method("SELECT @a", "a:list", method => method.Parameters[0].Items = "int"),
        ["db type"] = settings => settings.Methods[0] = SqlFixture.Method("SELECT @a", "a", method => method.Parameters[0].DbType = "text); DROP TABLE t; --"),
        ["default"] = settings => settings.Methods[0] = SqlFixture.Method("SELECT @a", "a:integer", method => method.Parameters[0].Default = "x"),
        ["direction"] = settings => settings.Methods[0] = SqlFixture.Method("SELECT @a", "a", method => method.Parameters[0].Direction = "both"),
        ["out of a statement"] = settings => settings.Methods[0] = SqlFixture.Method("SELECT @a", "a", method => method.Parameters[0].Direction = "out"),
        ["size"] = settings => settings.Methods[0] = SqlFixture.Method("SELECT @a", "a", method => method.Parameters[0].Size = -1),
        ["safety"] = settings => settings.Methods[0].Safety = "sure",
        ["safe writes"] = settings => (settings.Methods[0].Sql, settings.Methods[0].Safety) = ("DELETE FROM t", "Safe"),
        ["no key"] = settings => settings.Methods[0].Safety = "Keyed",
        ["key unused"] = settings => settings.Methods[0].KeyParameter = "id",
        ["key unknown"] = settings => (settings.Methods[0].Safety, settings.Methods[0].KeyParameter) = ("Keyed", "id"),
        ["time limit"] = settings => settings.Methods[0].TimeLimit = "5s",
        ["result"] = settings => settings.Methods[0].Result = "list",
        ["out missing"] = settings => settings.Methods[0] = SqlFixture.Method("SELECT @a", "a", method => method.Result = "out"),
        ["table names"] = settings => settings.Methods[0].TableNames.Add("a"),
        ["table name twice"] = settings => Names(settings, "a", "A"),
        ["table name made up"] = settings => Names(settings, "Table2"),
        ["column kind"] = settings => settings.Methods[0].Columns["a"] = "money",
        ["transaction"] = settings => settings.Methods[0].Transaction = "snapshot",
        ["no transaction"] = settings => (settings.Methods[0].Sql, settings.Methods[0].Transaction) = ("DELETE FROM a; DELETE FROM b", "none"),
        ["method rows"] = settings => settings.Methods[0].MaxRows = -1,
        ["routine name"] = settings => (settings.Methods[0].Sql, settings.Methods[0].Function) = ("", "f(1); DROP TABLE t"),
        ["procedure of SQLite"] = settings => (settings.Database, settings.ConnectionString, settings.Methods[0].Sql, settings.Methods[0].Procedure) = ("sqlite", "Data Source=a.db", "", "p"),
    };

    [TestMethod]
    [DataRow("no database", "DATABASE_MISSING", "database")]
    [DataRow("unknown database", "WORD_UNKNOWN", "database")]
    [DataRow("no connection string", "CONNECTION_STRING_MISSING", "connectionString")]
    [DataRow("no pairs", "CONNECTION_STRING_UNREADABLE", "connectionString")]
    [DataRow("unknown key", "CONNECTION_KEY_REFUSED", "connectionString")]
    [DataRow("wrong port", "CONNECTION_KEY_REFUSED", "connectionString")]
    [DataRow("no host", "HOST_MISSING", "connectionString")]
    [DataRow("no database name", "DATABASE_NAME_MISSING", "connectionString")]
    [DataRow("no file", "FILE_MISSING", "connectionString")]
    [DataRow("memory", "MEMORY_DATABASE", "connectionString")]
    [DataRow("file key", "CONNECTION_KEY_REFUSED", "connectionString")]
    [DataRow("bare timeout", "DURATION_UNREADABLE", "timeout")]
    [DataRow("zero timeout", "DURATION_UNREADABLE", "connectTimeout")]
    [DataRow("rows", "LIMIT_OUT_OF_RANGE", "maxRows")]
    [DataRow("bytes", "LIMIT_OUT_OF_RANGE", "maxBytes")]
    [DataRow("no methods", "METHODS_MISSING", "methods")]
    [DataRow("no provider", "PROVIDER_MISSING", "provider.assembly")]
    [DataRow("provider outside", "PROVIDER_OUTSIDE", "provider.assembly")]
    [DataRow("provider absent", "PROVIDER_NOT_FOUND", "provider.assembly")]
    [DataRow("prefix", "PREFIX_UNKNOWN", "provider.parameterPrefix")]
    [DataRow("no name", "METHOD_NAME_MISSING", "methods[0].method")]
    [DataRow("name twice", "METHOD_TWICE", "methods[1].method")]
    [DataRow("no statement", "STATEMENT_MISSING", "methods[0].sql")]
    [DataRow("two statements", "STATEMENT_TWICE", "methods[0].sql")]
    [DataRow("only a comment", "STATEMENT_MISSING", "methods[0].sql")]
    [DataRow("open quote", "STATEMENT_UNREADABLE", "methods[0].sql")]
    [DataRow("not declared", "PARAMETER_NOT_DECLARED", "methods[0].parameters")]
    [DataRow("not used", "PARAMETER_NOT_USED", "methods[0].parameters")]
    [DataRow("parameter name", "PARAMETER_NAME_WRONG", "methods[0].parameters[0].name")]
    [DataRow("parameter twice", "PARAMETER_TWICE", "methods[0].parameters[1].name")]
    [DataRow("type", "TYPE_UNKNOWN", "methods[0].parameters[0].type")]
    [DataRow("items", "TYPE_UNKNOWN", "methods[0].parameters[0].items")]
    [DataRow("db type", "DB_TYPE_WRONG", "methods[0].parameters[0].dbType")]
    [DataRow("default", "DEFAULT_UNREADABLE", "methods[0].parameters[0].default")]
    [DataRow("direction", "WORD_UNKNOWN", "methods[0].parameters[0].direction")]
    [DataRow("out of a statement", "OUT_NEEDS_PROCEDURE", "methods[0].parameters")]
    [DataRow("size", "SIZE_WRONG", "methods[0].parameters[0].size")]
    [DataRow("safety", "WORD_UNKNOWN", "methods[0].safety")]
    [DataRow("safe writes", "SAFE_WRITES", "methods[0].safety")]
    [DataRow("no key", "KEY_PARAMETER_MISSING", "methods[0].keyParameter")]
    [DataRow("key unused", "KEY_PARAMETER_UNUSED", "methods[0].keyParameter")]
    [DataRow("key unknown", "KEY_PARAMETER_UNKNOWN", "methods[0].keyParameter")]
    [DataRow("time limit", "DURATION_UNREADABLE", "methods[0].timeLimit")]
    [DataRow("result", "WORD_UNKNOWN", "methods[0].result")]
    [DataRow("out missing", "OUT_MISSING", "methods[0].result")]
    [DataRow("table names", "TABLE_NAMES_UNUSED", "methods[0].tableNames")]
    [DataRow("table name twice", "TABLE_NAME_TWICE", "methods[0].tableNames[1]")]
    [DataRow("table name made up", "TABLE_NAME_TWICE", "methods[0].tableNames[0]")]
    [DataRow("column kind", "TYPE_UNKNOWN", "methods[0].columns.a")]
    [DataRow("transaction", "WORD_UNKNOWN", "methods[0].transaction")]
    [DataRow("no transaction", "TRANSACTION_NEEDED", "methods[0].transaction")]
    [DataRow("method rows", "LIMIT_OUT_OF_RANGE", "methods[0].maxRows")]
    [DataRow("routine name", "ROUTINE_NAME_WRONG", "methods[0].function")]
    [DataRow("procedure of SQLite", "PROCEDURE_NOT_SUPPORTED", "methods[0].procedure")]
    public void A_mistake_is_told_with_its_field_cause_and_cure_in_both_languages(string mistake, string code, string field)
    {
        var problems = ProblemsOf(Mistakes[mistake]);

        var problem = problems.Should().Contain(one => one.Code == code && one.Field == field).Which;
        problem.Message.Should().MatchRegex(@"^[A-Z'\d-][^\p{IsCyrillic}]+\.$");
        problem.NextStep.Should().MatchRegex(@"^[A-Z][^\p{IsCyrillic}]+\.$");
        problem.MessageRu.Should().MatchRegex(@"\p{IsCyrillic}.*\.$");
        problem.NextStepRu.Should().MatchRegex(@"\p{IsCyrillic}.*\.$");
        string.Concat(problems).Should().NotContain(Secret);
    }

    [TestMethod]
    public void Mistakes_are_told_all_at_once() => ProblemsOf(settings =>
    {
        settings.Timeout = "x";
        settings.Methods[0].Sql = "SELECT @a";
        settings.Methods[0].Result = "y";
    }).Select(problem => problem.Code).Should().BeEquivalentTo("DURATION_UNREADABLE", "PARAMETER_NOT_DECLARED", "WORD_UNKNOWN");

    [TestMethod]
    public void Methods_are_told_with_their_parameters_safety_and_limit()
    {
        var settings = Good();
        settings.Methods[0] = SqlFixture.Method("SELECT @a, @b", "a:integer b", method =>
        {
            (method.Class, method.Safety, method.TimeLimit, method.Description) = ("Stock", "Safe", "00:00:05", "d");
            method.Aliases.Add("Остаток");
            method.Parameters[1].Default = "x";
        });
        using var connector = new SqlConnector(settings);

        var method = connector.Methods.Should().ContainSingle().Which;

        method.Should().BeEquivalentTo(new
        {
            ClassName = "Stock", MethodName = "M", Aliases = new[] { "Остаток" }, Safety = MethodSafety.Safe, TimeLimit = TimeSpan.FromSeconds(7), ResultKind = ValueKind.Table, Blocking = false, Target = "h:5432/d", Description = "d",
        });
        method.Parameters.Select(parameter => (parameter.Name, parameter.Type, parameter.Optional)).Should().Equal(("a", ValueKind.Integer, false), ("b", ValueKind.String, true));
    }

    [TestMethod]
    public void The_limit_of_the_connector_is_the_limit_of_each_method_that_names_none()
    {
        var settings = Good();
        settings.Timeout = "00:02:00";
        using var connector = new SqlConnector(settings);

        connector.Methods.Single().TimeLimit.Should().Be(TimeSpan.FromSeconds(122), "the statement ends itself before the server would leave it in doubt");
    }

    private static void Names(SqlSettings settings, params string[] names)
    {
        settings.Methods[0].Result = "tables";
        foreach (var name in names) settings.Methods[0].TableNames.Add(name);
    }

    private static SqlSettings Good()
    {
        var settings = new SqlSettings { Database = "postgresql", ConnectionString = $"Host=h;Database=d;Username=u;Password={Secret}" };
        settings.Methods.Add(SqlFixture.Method("SELECT 1"));
        return settings;
    }

    private static IReadOnlyList<ConnectorProblem> ProblemsOf(Action<SqlSettings> mistake)
    {
        var settings = Good();
        mistake(settings);
        var make = () => new SqlConnector(settings).Dispose();
        return make.Should().Throw<ConnectorSettingsException>().Which.Problems;
    }
}
