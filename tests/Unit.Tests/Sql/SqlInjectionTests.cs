using System.Collections.Concurrent;
using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Sql;

namespace Unit.Tests.Sql;

[TestClass]
public sealed class SqlInjectionTests
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<(SqlFixture Fixture, SqlConnector Connector)>>> Started = new();

    public static IEnumerable<object[]> Texts => new[] { "sqlite", "postgresql" }.SelectMany(kind => Enumerable.Range(0, Injections.All.Count).Select(at => new object[] { kind, at, Injections.All[at].Category }));

    [TestMethod]
    [DynamicData(nameof(Texts))]
    public async Task A_text_comes_back_from_every_position_as_it_went_or_is_refused(string kind, int number, string category)
    {
        var (_, connector) = await StartedAsync(kind);
        var text = Injections.All[number].Text;
        var places = connector.Methods.Select(method => method.MethodName).ToList();

        var answers = await Task.WhenAll(places.Select(place => CallAsync(connector, place, text)));

        places.Should().HaveCount(kind == "sqlite" ? 13 : 14, category);
        answers.Should().AllBeEquivalentTo(text.Contains('\0', StringComparison.Ordinal) ? "refused: InvalidArguments" : text);
    }

    [TestMethod]
    [DynamicData(nameof(Texts))]
    public async Task A_text_where_a_number_or_a_date_belongs_is_refused_or_read_as_one(string kind, int number, string category)
    {
        var (fixture, _) = await StartedAsync(kind);
        using var connector = fixture.Connect(Typed("integer"), Typed("decimal"), Typed("dateTime"), Typed("boolean"), Typed("binary"), Typed("list"), Typed("record"));
        var text = Injections.All[number].Text;

        var answers = await Task.WhenAll(connector.Methods.Select(method => CallAsync(connector, method.MethodName, text, text)));

        answers.Should().OnlyContain(answer => answer == "refused: InvalidArguments" || Means(answer, text), category);
    }

    [TestMethod]
    [DataRow("sqlite", "SELECT type || name || coalesce(sql, '') FROM sqlite_schema ORDER BY 1", "SELECT group_concat(item || qty) FROM victim")]
    [DataRow("postgresql", "SELECT relkind::text || relname FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1", "SELECT string_agg(item || qty, ',') FROM victim")]
    public async Task All_texts_one_after_another_change_neither_schema_nor_rows(string kind, string schema, string rows)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, SchemaOf(kind));
        using var connector = fixture.Connect([.. InjectionPlace.Methods(kind)]);
        var before = await StateAsync(fixture, schema, rows);

        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = kind == "sqlite" ? 1 : 4 };
        await Parallel.ForEachAsync(Injections.All, atOnce, async (one, _) =>
        {
            foreach (var method in connector.Methods) await CallAsync(connector, method.MethodName, one.Text);
        });

        (await StateAsync(fixture, schema, rows)).Should().Be(before);
        Convert.ToInt64(await fixture.ScalarAsync("SELECT count(*) FROM kept"), CultureInfo.InvariantCulture).Should().Be(4 * Injections.All.Count(one => !one.Text.Contains('\0', StringComparison.Ordinal)), "four positions insert one row each");
    }

    [TestMethod]
    public void The_corpus_has_at_least_five_hundred_texts_that_differ() => Injections.All.Select(one => one.Text).Distinct(StringComparer.Ordinal).Should().HaveCountGreaterThanOrEqualTo(500);

    [ClassCleanup]
    public static async Task EndAsync()
    {
        foreach (var started in Started.Values)
        {
            var (fixture, connector) = await started.Value;
            connector.Dispose();
            await fixture.DisposeAsync();
        }
    }

    private static Task<(SqlFixture Fixture, SqlConnector Connector)> StartedAsync(string kind) => Started.GetOrAdd(kind, one => new(async () =>
    {
        var fixture = await SqlFixture.StartAsync(one, SchemaOf(one));
        return (fixture, fixture.Connect([.. InjectionPlace.Methods(one)]));
    })).Value;

    private static string SchemaOf(string kind) => kind == "sqlite" ? "PRAGMA journal_mode = WAL; " + InjectionPlace.Schema : InjectionPlace.Schema + ";" + InjectionPlace.Routines;

    private static SqlMethodSettings Typed(string type) => SqlFixture.Method("SELECT @value", $"value:{type}", method => (method.Method, method.Result) = (type, "scalar"));

    private static async Task<string> CallAsync(SqlConnector connector, string place, string text, object? argument = null)
    {
        List<InvokeArg> arguments = place == "key" ? [] : [new("", argument ?? InjectionPlace.Argument(place, text))];
        try
        {
            var result = await connector.InvokeAsync(new InvokeArgs("S", "", place, arguments) { RequestId = text }, CancellationToken.None);
            return result.Value is IReadOnlyList<object?> list ? string.Join('|', list.Select(ConnectorValues.ToText)) : ConnectorValues.ToText(result.Value);
        }
        catch (ConnectorException refused)
        {
            return $"refused: {refused.Error.Code}";
        }
    }

    // What was read as a number or a date is one: nothing else of the text went anywhere.
    private static bool Means(string answer, string text) =>
        answer == text.Trim() || (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var wanted) && decimal.TryParse(answer, NumberStyles.Float, CultureInfo.InvariantCulture, out var given) && wanted == given)
        || (answer.Length <= 5 && bool.TryParse(text, out _)) || (text is "0" or "1" && answer is "0" or "1" or "true" or "false") || text.Length == 0 || Convert.TryFromBase64String(text, new byte[text.Length], out _);

    private static async Task<string> StateAsync(SqlFixture fixture, string schema, string rows) =>
        $"{await fixture.ScalarAsync($"SELECT count(*) FROM ({schema}) s")}/{await fixture.ScalarAsync(rows)}";
}
