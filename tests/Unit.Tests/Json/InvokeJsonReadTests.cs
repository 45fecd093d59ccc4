using Cleverence.Connectivity;
using Cleverence.Warehouse;
using static Unit.Tests.Json.JsonText;

namespace Unit.Tests.Json;

[TestClass]
public sealed class InvokeJsonReadTests
{
    [TestMethod]
    public void Named_arguments_keep_their_order_and_cyrillic_names()
    {
        var request = Request("""{"class":"Остатки","method":"Получить по складу","args":{"я":1,"Товар":"сок","а":null}}""");

        request.ClassName.Should().Be("Остатки");
        request.MethodName.Should().Be("Получить по складу");
        request.Parameters.Should().Equal(new InvokeArg("я", 1L), new InvokeArg("Товар", "сок"), new InvokeArg("а", null));
    }

    [TestMethod]
    public void Array_of_arguments_is_positional()
    {
        Request("""{"method":"m","args":[true,"x",[1]]}""").Parameters.Select(arg => arg.Name).Should().Equal("", "", "");
    }

    [TestMethod]
    public void Class_args_and_session_may_be_left_out()
    {
        var request = Request("""{"method":"m"}""");

        request.ClassName.Should().BeEmpty();
        request.Parameters.Should().BeEmpty();
        request.Session.Should().BeNull();
    }

    [TestMethod]
    public void Session_is_read_whole()
    {
        var session = Request("""{"session":{"userId":"Иванов","deviceId":"tsd","warehouseId":"1","documentId":"d","document":{"$type":"x","n":1.0}},"method":"m"}""").Session!;

        (session.UserId, session.DeviceId, session.WarehouseId, session.DocumentId).Should().Be(("Иванов", "tsd", "1", "d"));
        session.Document!["$type"].Should().Be("x");
    }

    [TestMethod]
    [DataRow("0", "0")]
    [DataRow("9223372036854775807", "9223372036854775807")]
    [DataRow("-9223372036854775808", "-9223372036854775808")]
    public void Whole_number_that_fits_is_a_long(string text, string expected)
    {
        Value(text).Should().BeOfType<long>().Which.ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be(expected);
    }

    [TestMethod]
    [DataRow("1.50", "1.50")]
    [DataRow("-0.10", "-0.10")]
    [DataRow("9223372036854775808", "9223372036854775808")]
    [DataRow("79228162514264337593543950335", "79228162514264337593543950335")]
    [DataRow("0.1000000000000000055511151231", "0.1000000000000000055511151231")]
    [DataRow("1.25e2", "125")]
    [DataRow("1e-3", "0.001")]
    [DataRow("5E2", "500")]
    [DataRow("1.000000000000000000000000000000000000000000000000", "1.0000000000000000000000000000")]
    [DataRow("0e999999999999", "0")]
    public void Other_numbers_are_decimals_with_their_digits(string text, string expected)
    {
        Value(text).Should().BeOfType<decimal>().Which.ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be(expected);
    }

    [TestMethod]
    [DataRow("79228162514264337593543950336")]
    [DataRow("1e40")]
    [DataRow("0.12345678901234567890123456789")]
    [DataRow("1e-29")]
    public void Number_that_a_decimal_cannot_hold_exactly_is_refused_with_its_path(string number)
    {
        var error = Refusal("""{"method":"m","args":{"lines":[{"qty":1},{"qty":NUMBER}]}}""".Replace("NUMBER", number, StringComparison.Ordinal));

        error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
        error.Message.Should().Contain("args.lines[1].qty");
        error.MessageRu.Should().Contain("args.lines[1].qty");
    }

    [TestMethod]
    [DataRow("""{"method":"m","args":{"a":1,"A":2}}""", "args.A")]
    [DataRow("""{"method":"m","args":{"a":{"x":1,"x":2}}}""", "args.a.x")]
    [DataRow("""{"method":"m","Method":"n"}""", "Method")]
    [DataRow("""{"method":"m","method":"n"}""", "method")]
    [DataRow("""{"method":"m","arguments":{}}""", "'arguments' is unknown; known: class, method, args, session")]
    [DataRow("""{"method":"m","session":{"user":"x"}}""", "session.user")]
    [DataRow("""{"class":"c"}""", "names no method")]
    [DataRow("""{"method":" "}""", "names no method")]
    [DataRow("""{"method":5}""", "Wrong at method")]
    [DataRow("""{"method":"m","args":5}""", "Wrong at args")]
    [DataRow("""{"method":"m","args":{"":5}}""", "empty name")]
    [DataRow("""[]""", "must be a JSON object")]
    [DataRow("""{"method":"m","args":[{"$type":"float","value":1}]}""", "'float' is not a type")]
    [DataRow("""{"method":"m","args":[{"$type":"integer","value":"1.5"}]}""", "args[0]: the value cannot be read as integer")]
    [DataRow("""{"method":"m","args":[{"$type":"integer","x":"1"}]}""", "just one more field, value")]
    [DataRow("""{"method":"m","args":[{"$type":"table","columns":[{"name":"a","type":"integer"}],"rows":[[1],["x"]]}]}""", "row 2, column 'a'")]
    [DataRow("""{"method":"m","args":[{"$type":"table","columns":[{"name":"a","type":"integer"}],"rows":[[1,2]]}]}""", "row 1 of the table needs 1 cells")]
    public void Wrong_body_is_named(string body, string expected)
    {
        var error = Refusal(body);

        error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
        error.Message.Should().Contain(expected);
        error.MessageRu.Should().NotBeNullOrEmpty();
    }

    [TestMethod]
    [DataRow("", 1, 1)]
    [DataRow("{\n  \"method\": oops}", 2, 13)]
    [DataRow("{\"method\":\"m\"} trailing", 1, 16)]
    public void Malformed_json_names_line_and_position(string body, int line, int position)
    {
        Refusal(body).Message.Should().Contain($"line {line}, position {position}");
    }

    [TestMethod]
    public void Nesting_beyond_the_limit_is_refused()
    {
        var body = "{\"method\":\"m\",\"args\":[" + new string('[', 70) + new string(']', 70) + "]}";

        Refusal(body).Message.Should().Contain("64 levels");
    }

    [TestMethod]
    public void Typed_values_of_every_kind_are_read()
    {
        Value("""{"$type":"null","value":null}""").Should().BeNull();
        Value("""{"$type":"boolean","value":"true"}""").Should().Be(true);
        Value("""{"$type":"integer","value":"7"}""").Should().Be(7L);
        Value("""{"$type":"decimal","value":"1.50"}""").Should().Be(1.50m);
        Value("""{"value":5,"$type":"decimal"}""").Should().BeOfType<decimal>();
        Value("""{"$type":"string","value":"x"}""").Should().Be("x");
        Value("""{"$type":"dateTime","value":"2026-05-31T14:03:00"}""").Should().Be(new DateTime(2026, 5, 31, 14, 3, 0));
        Value("""{"$type":"dateTimeOffset","value":"2026-05-31T14:03:00+03:00"}""").Should().Be(new DateTimeOffset(2026, 5, 31, 14, 3, 0, TimeSpan.FromHours(3)));
        Value("""{"$type":"binary","value":"AQID"}""").Should().BeEquivalentTo(new byte[] { 1, 2, 3 });
        Value("""{"$type":"list","value":[1]}""").Should().BeEquivalentTo(new object?[] { 1L });
    }

    [TestMethod]
    public void Wrapped_record_keeps_a_field_named_type()
    {
        var record = (ConnectorRecord)Value("""{"$type":"record","value":{"$type":"decimal","value":"1"}}""")!;

        record["$type"].Should().Be("decimal");
    }

    [TestMethod]
    [DataRow("""{"$type":"table","columns":[{"name":"Дата","type":"dateTime"},{"name":"n","type":"decimal"}],"rows":[["2026-05-31T00:00:00",1],[null,null]]}""")]
    [DataRow("""{"$type":"table","value":{"columns":[{"name":"Дата","type":"dateTime"},{"name":"n","type":"decimal"}],"rows":[["2026-05-31T00:00:00",1],[null,null]]}}""")]
    public void Table_is_read_in_both_forms_with_cells_of_their_columns_kinds(string text)
    {
        var table = (ConnectorTable)Value(text)!;

        table.Columns.Should().Equal(new TableColumn("Дата", ValueKind.DateTime), new TableColumn("n", ValueKind.Decimal));
        table.Rows[0].Should().Equal(new DateTime(2026, 5, 31), 1m);
        table.Rows[1].Should().OnlyContain(cell => cell == null);
    }

    [TestMethod]
    public void Record_of_many_names_is_read_in_linear_time()
    {
        var body = "{" + string.Join(',', Enumerable.Range(0, 200_000).Select(i => $"\"n{i}\":1")) + "}";

        ((ConnectorRecord)Value(body)!).Count.Should().Be(200_000);
    }
}
