using Cleverence.Connectivity;
using Connectors.OneC;
using Connectors.Transport;

namespace Unit.Tests.OneC;

/// <summary>The tables of value mapping, row by row.</summary>
[TestClass]
public sealed class OneCValueTests
{
    private static readonly OneCValues Values = new(new OneCZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")));

    [TestMethod]
    [DataRow("\"ЦБ-000015 \"", "string", "ЦБ-000015 ")]
    [DataRow("\"\"", "string", "")]
    [DataRow("\"00012\"", "string", "00012")]
    [DataRow("7", "integer", "7")]
    [DataRow("12.50", "decimal", "12.50")]
    [DataRow("0.1234567890123456789", "decimal", "0.1234567890123456789")]
    [DataRow("12345678901234567890123", "decimal", "12345678901234567890123")]
    [DataRow("true", "boolean", "true")]
    [DataRow("null", "null", "")]
    [DataRow("\"2026-03-01T10:20:30\"", "dateTime", "2026-03-01T10:20:30")]
    [DataRow("\"2026-03-01T10:20:30Z\"", "dateTime", "2026-03-01T13:20:30")]
    [DataRow("\"2026-03-01T10:20:30+05:00\"", "dateTime", "2026-03-01T08:20:30")]
    [DataRow("\"2026-03-01T10:20:30.123\"", "dateTime", "2026-03-01T10:20:30.123")]
    [DataRow("\"2026-03-01T10:20:30.123Z\"", "dateTime", "2026-03-01T13:20:30.123")]
    [DataRow("\"/Date(1772360430000)/\"", "dateTime", "2026-03-01T13:20:30")]
    [DataRow("\"/Date(1772360430000+0300)/\"", "dateTime", "2026-03-01T13:20:30")]
    [DataRow("\"/Date(-62135596800000)/\"", "null", "")]
    [DataRow("\"3999-12-31T23:59:59\"", "dateTime", "3999-12-31T23:59:59")]
    [DataRow("\"0001-01-01T00:00:00\"", "null", "")]
    [DataRow("\"0001-01-01T00:00:00Z\"", "null", "")]
    [DataRow("\"0001-01-01T00:00:00.000+03:00\"", "null", "")]
    [DataRow("\"00000000-0000-0000-0000-000000000000\"", "null", "")]
    [DataRow("\"c1a7e2aa-0000-4000-8000-000000000001\"", "string", "c1a7e2aa-0000-4000-8000-000000000001")]
    [DataRow("\"2026-03-01\"", "string", "2026-03-01")]
    [DataRow("\"2026-13-41T10:20:30\"", "string", "2026-13-41T10:20:30")]
    [DataRow("\"/Date(полдень)/\"", "string", "/Date(полдень)/")]
    public void Json_without_a_declared_type_is_read_as_1C_means_it(string json, string kind, string text)
    {
        var value = Values.FromJson(JsonText.Parse(json));

        ConnectorValues.NameOf(ConnectorValues.KindOf(value)).Should().Be(kind);
        ConnectorValues.ToText(value).Should().Be(text);
    }

    [TestMethod]
    [DataRow("\"1\"", "Integer", "integer", "1")]
    [DataRow("\"9007199254740993\"", "Integer", "integer", "9007199254740993")]
    [DataRow("7", "Integer", "integer", "7")]
    [DataRow("\"12.50\"", "Number", "decimal", "12.50")]
    [DataRow("5", "Number", "decimal", "5")]
    [DataRow("\"\"", "Number", "null", "")]
    [DataRow("\"true\"", "Boolean", "boolean", "true")]
    [DataRow("\"1\"", "Boolean", "boolean", "true")]
    [DataRow("false", "Boolean", "boolean", "false")]
    [DataRow("\"2026-03-01T10:20:30\"", "String", "string", "2026-03-01T10:20:30")]
    [DataRow("\"0001-01-01T00:00:00\"", "String", "string", "0001-01-01T00:00:00")]
    [DataRow("12", "String", "string", "12")]
    [DataRow("\"2026-03-01T10:20:30\"", "Date", "dateTime", "2026-03-01T10:20:30")]
    [DataRow("\"\"", "Date", "null", "")]
    [DataRow("\"0001-01-01T00:00:00\"", "Date", "null", "")]
    [DataRow("\"\"", "Reference", "null", "")]
    [DataRow("\"00000000-0000-0000-0000-000000000000\"", "Reference", "null", "")]
    [DataRow("\"c1a7e2aa-0000-4000-8000-000000000001\"", "Reference", "string", "c1a7e2aa-0000-4000-8000-000000000001")]
    [DataRow("\"ЧтоТоНовое\"", "Enum", "string", "ЧтоТоНовое")]
    [DataRow("\"\"", "Enum", "string", "")]
    [DataRow("\"AAEC/f7/\"", "Binary", "binary", "AAEC/f7/")]
    [DataRow("null", "Table", "null", "")]
    public void Json_of_a_declared_type_is_read_as_that_type(string json, string type, string kind, string text)
    {
        var value = Values.FromJson(JsonText.Parse(json), Enum.Parse<OneCType>(type));

        ConnectorValues.NameOf(ConnectorValues.KindOf(value)).Should().Be(kind);
        ConnectorValues.ToText(value).Should().Be(text);
    }

    [TestMethod]
    [DataRow("\"семь\"", "Integer")]
    [DataRow("12.5", "Integer")]
    [DataRow("\"1 234,56\"", "Number")]
    [DataRow("{}", "String")]
    [DataRow("\"завтра\"", "Date")]
    [DataRow("[1]", "Table")]
    [DataRow("\"не base64!\"", "Binary")]
    [DataRow("5", "Record")]
    public void Json_of_another_type_than_declared_is_an_invalid_result(string json, string type)
    {
        var failure = ((Action)(() => Values.FromJson(JsonText.Parse(json), Enum.Parse<OneCType>(type)))).Should().Throw<ConnectorException>().Which.Error;

        failure.Code.Should().Be(ConnectorErrorCode.InvalidResult);
        failure.Reason.Should().Be("UNEXPECTED_VALUE");
        failure.MessageRu.Should().Contain(type);
    }

    [TestMethod]
    public void Array_of_objects_declared_a_table_becomes_one()
    {
        var table = (ConnectorTable)Values.FromJson(JsonText.Parse("""[{"Код":"A-1 ","Срок":"0001-01-01T00:00:00"},{"Код":"A-2","Срок":"2027-01-31T00:00:00"}]"""), OneCType.Table)!;

        table.Columns.Should().Equal(new TableColumn("Код", ValueKind.String), new TableColumn("Срок", ValueKind.DateTime));
        table.Rows[0].Should().BeEquivalentTo(new object?[] { "A-1 ", null });
        table.Rows[1].Should().Equal("A-2", new DateTime(2027, 1, 31));
    }

    [TestMethod]
    public void Nested_names_and_values_keep_their_order_and_case()
    {
        var record = (ConnectorRecord)Values.FromJson(JsonText.Parse("""{"Ключ с пробелом":{"Вложенное":[[1,"0001-01-01T00:00:00"]]},"ключ":null}"""))!;

        record.Names.Should().Equal("Ключ с пробелом", "ключ");
        ((ConnectorRecord)record["Ключ с пробелом"]!)["Вложенное"].Should().BeEquivalentTo(new object?[] { new object?[] { 1L, null } });
    }

    [TestMethod]
    [DataRow("12.50", "Number", "decimal", "12.50")]
    [DataRow("true", "Boolean", "boolean", "true")]
    [DataRow("1", "Boolean", "boolean", "true")]
    [DataRow("", "Reference", "null", "")]
    [DataRow("AAEC\n/f7/", "Binary", "binary", "AAEC/f7/")]
    [DataRow("2026-03-01T10:20:30", "Date", "dateTime", "2026-03-01T10:20:30")]
    public void Texts_of_SOAP_are_read_by_their_type(string text, string type, string kind, string expected)
    {
        var value = Values.FromText(text, Enum.Parse<OneCType>(type));

        ConnectorValues.NameOf(ConnectorValues.KindOf(value)).Should().Be(kind);
        ConnectorValues.ToText(value).Should().Be(expected);
    }
}
