using System.Collections.Concurrent;
using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Sql;
using Connectors.Transport.Arguments;

namespace Unit.Tests.Sql;

[TestClass]
public sealed class SqlInjectionTests
{
    private const string Refused = "refused: InvalidArguments";
    private static readonly ConcurrentDictionary<string, Lazy<Task<InjectionTarget>>> Started = new();

    public static IEnumerable<object[]> Texts => new[] { "sqlite", "postgresql" }.SelectMany(kind => Enumerable.Range(0, Injections.All.Count).Select(at => new object[] { kind, at, Injections.All[at].Category }));

    [TestMethod]
    [DynamicData(nameof(Texts))]
    public async Task A_text_comes_back_from_every_position_as_it_went_or_is_refused_and_changes_nothing(string kind, int number, string category)
    {
        var target = await StartedAsync(kind);
        var text = Injections.All[number].Text;
        var refused = text.Contains('\0', StringComparison.Ordinal);

        var answers = new List<string>();
        foreach (var method in target.Places) answers.Add(await CallAsync(target.Connector, method, text, method.MethodName == "key" ? null : InjectionPlace.Argument(method.MethodName, text)));

        answers.Should().Equal(target.Places.Select(method => refused ? Refused : method.MethodName == "key" ? CallKeys.Of(Args(method, text, null), method)! : text), category);
        answers.Should().HaveCount(kind == "sqlite" ? 13 : 14);
        if (!refused) (await target.KeptAsync(text)).Should().Be(3, "three positions keep the text itself");
        (await target.StateAsync()).Should().Be(target.Before);
    }

    [TestMethod]
    [DynamicData(nameof(Texts))]
    public async Task A_text_where_a_number_or_a_date_belongs_is_refused_or_read_as_one(string kind, int number, string category)
    {
        var target = await StartedAsync(kind);
        var text = Injections.All[number].Text;

        foreach (var method in target.Typed)
        {
            var answer = await CallAsync(target.Connector, method, text, text);

            answer.Should().Be(Meant(kind, method.Parameters[0].Type!.Value, text), $"{category}, {method.MethodName}");
        }

        (await target.StateAsync()).Should().Be(target.Before);
    }

    [TestMethod]
    public void The_corpus_has_at_least_five_hundred_texts_that_differ() => Injections.All.Select(one => one.Text).Distinct(StringComparer.Ordinal).Should().HaveCountGreaterThanOrEqualTo(500);

    [ClassCleanup]
    public static async Task EndAsync()
    {
        foreach (var started in Started.Values) await (await started.Value).DisposeAsync();
    }

    private static Task<InjectionTarget> StartedAsync(string kind) => Started.GetOrAdd(kind, one => new(() => InjectionTarget.StartAsync(one))).Value;

    private static InvokeArgs Args(ConnectorMethodInfo method, string text, object? argument) =>
        new("S", "", method.MethodName, argument is null ? [] : [new("", argument)]) { RequestId = text };

    private static async Task<string> CallAsync(SqlConnector connector, ConnectorMethodInfo method, string text, object? argument)
    {
        try
        {
            var result = await connector.InvokeAsync(Args(method, text, argument), CancellationToken.None);
            return result.Value is IReadOnlyList<object?> list ? string.Join('|', list.Select(ConnectorValues.ToText)) : ConnectorValues.ToText(result.Value);
        }
        catch (ConnectorException refused)
        {
            return $"refused: {refused.Error.Code}";
        }
    }

    // Exactly what the contract makes of the text, in the form the database stores it.
    private static string Meant(string kind, ValueKind wanted, string text)
    {
        if (!ConnectorValues.TryConvert(text, BoundParameter.TypeOf(wanted), out var value) || StorableText.ProblemOf(value) is not null) return Refused;
        return (kind, value) switch
        {
            ("sqlite", bool flag) => flag ? "1" : "0",
            ("sqlite", decimal number) => Shortest(number),
            ("sqlite", DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
            (_, DateTime time) => ConnectorValues.ToText(time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond))),
            _ => ConnectorValues.ToText(value),
        };
    }

    // SQLite keeps no zeroes after the point.
    private static string Shortest(decimal number) => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
