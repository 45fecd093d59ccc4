using Cleverence.Connectivity;
using static Unit.Tests.Json.JsonText;

namespace Unit.Tests.Json;

[TestClass]
public sealed class InvokeJsonWriteTests
{
    private static readonly DateTime Noon = new(2026, 5, 31, 12, 0, 0);

    [TestMethod]
    public void Answer_carries_type_value_request_and_time()
    {
        Answer("сок \"А\"").Should().Be("""{"ok":true,"type":"string","value":"сок \"А\"","requestId":"r","elapsedMs":5}""");
    }

    [TestMethod]
    public void Decimal_always_has_a_point_and_integer_never()
    {
        Nested(5m).Should().Be("5.0");
        Nested(1.50m).Should().Be("1.50");
        Nested(decimal.MaxValue).Should().Be("79228162514264337593543950335.0");
        Nested(decimal.MinValue).Should().Be("-79228162514264337593543950335.0");
        Nested(5L).Should().Be("5");
    }

    [TestMethod]
    public void Kinds_that_json_lacks_say_their_type_inside_other_values_and_not_at_the_top()
    {
        Nested(Noon).Should().Be("""{"$type":"dateTime","value":"2026-05-31T12:00:00"}""");
        Nested(new DateTimeOffset(Noon, TimeSpan.FromHours(3))).Should().Be("""{"$type":"dateTimeOffset","value":"2026-05-31T12:00:00+03:00"}""");
        Nested(new byte[] { 1, 2, 3 }).Should().Be("""{"$type":"binary","value":"AQID"}""");
        Answer(Noon).Should().Contain("""
            "type":"dateTime","value":"2026-05-31T12:00:00"
            """.Trim());
    }

    [TestMethod]
    public void Record_with_a_field_named_type_is_wrapped()
    {
        Nested(new ConnectorRecord { { "$type", "x" } }).Should().Be("""{"$type":"record","value":{"$type":"x"}}""");
        Nested(new ConnectorRecord { { "a", 1L } }).Should().Be("""{"a":1}""");
    }

    [TestMethod]
    public void Table_is_columns_and_rows_with_plain_cells()
    {
        var table = new ConnectorTable([new("Дата", ValueKind.DateTime), new("n", ValueKind.Decimal)], [[Noon, 1m], [null, null]]);

        Answer(table).Should().Contain("""
            "value":{"columns":[{"name":"Дата","type":"dateTime"},{"name":"n","type":"decimal"}],"rows":[["2026-05-31T12:00:00",1.0],[null,null]]}
            """.Trim());
    }

    [TestMethod]
    public void Cell_of_another_kind_than_its_column_is_an_invalid_result()
    {
        var table = new ConnectorTable([new("n", ValueKind.Integer)], [[1L], ["x"]]);

        FluentActions.Invoking(() => Answer(table)).Should().Throw<ConnectorException>()
            .Which.Error.Should().Match<ConnectorError>(error => error.Code == ConnectorErrorCode.InvalidResult && error.Message.Contains("row 2, column 'n' is string, not integer"));
    }

    [TestMethod]
    public void Row_of_wrong_length_is_an_invalid_result()
    {
        var table = new ConnectorTable([new("n", ValueKind.Integer)], [[1L, 2L]]);

        FluentActions.Invoking(() => Answer(table)).Should().Throw<ConnectorException>().Which.Error.Code.Should().Be(ConnectorErrorCode.InvalidResult);
    }

    [TestMethod]
    public void Table_over_the_row_limit_is_too_large()
    {
        var table = new ConnectorTable([new("n", ValueKind.Integer)], Enumerable.Repeat(new object?[] { 1L }, ConnectorTable.MaxRows + 1).ToArray());

        FluentActions.Invoking(() => Answer(table)).Should().Throw<ConnectorException>().Which.Error.Code.Should().Be(ConnectorErrorCode.TooLarge);
    }

    [TestMethod]
    public void Error_has_every_member_and_offenders_only_when_there_are_some()
    {
        var error = new ConnectorError(ConnectorErrorCode.Busy, "All places are taken.") { MessageRu = "Все места заняты.", Retryable = true, RetryAfter = TimeSpan.FromMilliseconds(1200) };

        Error(error).Should().Be("""{"ok":false,"error":{"code":"Busy","reason":null,"message":"All places are taken.","retryable":true,"inDoubt":false,"retryAfterSeconds":2},"requestId":"r"}""");
        Error(error, "ru-RU").Should().Contain("Все места заняты.");
        Error(error with { Offenders = ["a: missing"] }).Should().Contain("""
            "offenders":["a: missing"]
            """.Trim());
    }

    [TestMethod]
    public void Half_of_a_surrogate_pair_does_not_break_the_answer()
    {
        var answer = Answer("a\ud800b");

        System.Text.Json.JsonDocument.Parse(answer).RootElement.GetProperty("value").GetString().Should().Be("a\ufffdb");
    }
}
