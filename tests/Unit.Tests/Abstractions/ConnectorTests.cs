using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Unit.Tests.Abstractions;

[TestClass]
public sealed class ConnectorTests
{
    private readonly SampleConnector connector = new();

    [TestMethod]
    public async Task Arguments_are_bound_by_name_in_any_order_and_case() =>
        (await CallAsync("", "greet", new("TIMES", 2L), new("Name", "Аня"))).Should().Be("Hello, Аня! Hello, Аня!");

    [TestMethod]
    public async Task Arguments_are_bound_by_position() =>
        (await CallAsync("", "Greet", new("", "Аня"), new("", 2L))).Should().Be("Hello, Аня! Hello, Аня!");

    [TestMethod]
    public async Task Left_out_argument_takes_its_default() =>
        (await CallAsync("", "Greet", new InvokeArg("name", "Аня"))).Should().Be("Hello, Аня!");

    [TestMethod]
    [DataRow("Остаток товара", "Товар")]
    [DataRow("rest", "ITEM")]
    [DataRow("остаток ТОВАРА", "")]
    public async Task Cyrillic_names_and_aliases_are_found(string method, string parameter) =>
        (await CallAsync("склад", method, new InvokeArg(parameter, "abc"))).Should().Be(3.50m);

    [TestMethod]
    public async Task All_offending_arguments_are_named_with_the_known_ones()
    {
        var call = () => CallAsync("", "Greet", new("times", "many"), new("who", "x"));
        var error = (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
        error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
        error.Offenders.Should().BeEquivalentTo("times: 'many' is not a whole number", "name: missing", "who: unknown");
        error.Message.Should().ContainAll("times", "who", "Known: name, times");
        error.MessageRu.Should().Contain("не целое число");
    }

    [TestMethod]
    public async Task Argument_given_twice_is_refused()
    {
        var call = () => CallAsync("", "Greet", new("name", "a"), new("NAME", "b"));
        (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.Offenders.Should().Equal("name: given twice");
    }

    [TestMethod]
    public async Task Superfluous_positional_argument_is_refused()
    {
        var call = () => CallAsync("", "Greet", new("", "a"), new("", 1L), new("", 2L));
        (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.Offenders.Should().Equal("argument 3: unknown");
    }

    [TestMethod]
    public async Task Unknown_method_names_the_known_ones()
    {
        var call = () => CallAsync("", "Gret");
        var error = (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
        error.Code.Should().Be(ConnectorErrorCode.MethodNotFound);
        error.Detail.Should().ContainAll("Greet", "Склад.Остаток товара");
    }

    [TestMethod]
    [DataRow("ru-RU")]
    [DataRow("tr-TR")]
    public async Task Conversions_do_not_depend_on_culture(string culture)
    {
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);
        try
        {
            var text = await CallAsync(
                "", "TYPES", new("whole", "7"), new("exact", "1.50"), new("flag", "true"), new("time", "2026-05-31T14:03:00"), new("moment", "2026-05-31T14:03:00+03:00"),
                new("id", "0a0b0c0d-0102-0304-0506-070809101112"), new("side", "right"), new("bytes", "AQI="), new("list", new List<object?> { 1L, 2L }), new("day", "2026-05-31"));
            text.Should().Be("7 1.50 True 2026-05-31T14:03:00.0000000 2026-05-31T14:03:00.0000000+03:00 0a0b0c0d-0102-0304-0506-070809101112 Right 2 1,2 05/31/2026");
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [TestMethod]
    public async Task Plain_objects_become_records_and_sequences_lists()
    {
        var record = (ConnectorRecord)(await CallAsync("", "Plain"))!;
        record["Код"].Should().Be(7L);
        ((ConnectorRecord)((IReadOnlyList<object?>)record["Items"]!)[0]!)["Price"].Should().Be(1.5m);
    }

    [TestMethod]
    [DataRow("Nothing")]
    [DataRow("NothingLater")]
    public async Task Method_without_a_result_returns_null(string method) => (await CallAsync("", method)).Should().BeNull();

    [TestMethod]
    public async Task Call_itself_is_handed_to_a_parameter_that_asks_for_it()
    {
        var args = new InvokeArgs("Sample", "", "Who") { RequestId = "r1", Caller = new InvokeCaller(CallOrigin.Device) { UserId = "u1" } };
        (await connector.InvokeAsync(args, CancellationToken.None)).Value.Should().Be("u1:r1");
    }

    [TestMethod]
    public async Task Method_that_takes_the_whole_call_takes_any_argument() =>
        (await CallAsync("", "Who", new InvokeArg("anything", 1L))).Should().Be(":");

    [TestMethod]
    public async Task Exception_leaves_the_method_as_it_was_thrown()
    {
        var call = () => CallAsync("", "Throw");
        await call.Should().ThrowAsync<InvalidOperationException>().WithMessage("from the method");
    }

    [TestMethod]
    public void Methods_are_listed_with_what_the_invoker_must_know()
    {
        var rest = connector.Methods.Single(method => method.MethodName == "Остаток товара");
        rest.Should().BeEquivalentTo(new { ClassName = "Склад", Safety = MethodSafety.Safe, TimeLimit = TimeSpan.FromMinutes(5), ResultKind = ValueKind.Decimal, Blocking = false });
        connector.Methods.Single(method => method.MethodName == "Greet").Blocking.Should().BeTrue();
    }

    [TestMethod]
    public void Two_methods_of_one_name_are_refused_at_once()
    {
        var build = () => new Doubled();
        build.Should().Throw<InvalidOperationException>().WithMessage("*two methods are called 'do'*async void*Of is static*");
    }

    private async Task<object?> CallAsync(string className, string method, params InvokeArg[] args) =>
        (await connector.InvokeAsync(new InvokeArgs("Sample", className, method, args), CancellationToken.None)).Value;

    private sealed class Doubled : Connector
    {
        [ConnectorMethod]
        public string Do() => "";

        [ConnectorMethod("do")]
        public string Again() => "";

        [ConnectorMethod]
        public async void Later() => await Task.Yield();

        [ConnectorMethod]
        public static string Of() => "";
    }
}
