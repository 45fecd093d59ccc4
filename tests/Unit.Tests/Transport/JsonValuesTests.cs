using System.Globalization;
using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class JsonValuesTests
{
    [TestMethod]
    public void Numbers_keep_their_digits_and_are_never_a_float()
    {
        var value = (ConnectorRecord)JsonValues.FromJson(JsonText.Parse("""{"price":1.50,"tiny":0.0000000000000000000000000001,"count":7,"big":9223372036854775808,"exp":1.5E2}"""))!;

        ((decimal)value["price"]!).ToString(CultureInfo.InvariantCulture).Should().Be("1.50");
        value["tiny"].Should().Be(0.0000000000000000000000000001m);
        value["count"].Should().Be(7L);
        value["big"].Should().Be(9223372036854775808m);
        value["exp"].Should().Be(150m);
    }

    [TestMethod]
    public void Dates_stay_the_text_they_are() =>
        JsonValues.FromJson(JsonText.Parse("\"2026-05-31T14:03:00+03:00\"")).Should().Be("2026-05-31T14:03:00+03:00");

    [TestMethod]
    public void Objects_become_records_and_arrays_lists()
    {
        var value = JsonValues.FromJson(JsonText.Parse("""[{"Склад":"Основной","x":null},true]"""));

        var list = value.Should().BeAssignableTo<IReadOnlyList<object?>>().Subject;
        list[0].Should().BeOfType<ConnectorRecord>().Which["склад"].Should().Be("Основной");
        list[1].Should().Be(true);
    }

    [TestMethod]
    [DataRow("ru-RU")]
    [DataRow("tr-TR")]
    public void Values_are_written_the_same_under_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        var record = new ConnectorRecord { { "INDIRIM", 1.50m }, { "whole", 5m }, { "n", -3L }, { "at", new DateTime(2026, 5, 31, 14, 3, 0) }, { "bytes", new byte[] { 1, 2 } }, { "flag", true }, { "none", null } };

        JsonValues.ToJson(record).ToString(Formatting.None).Should()
            .Be("""{"INDIRIM":1.50,"whole":5,"n":-3,"at":"2026-05-31T14:03:00","bytes":"AQI=","flag":true,"none":null}""");
    }

    [TestMethod]
    public void A_table_is_written_as_an_array_of_objects()
    {
        var table = new ConnectorTable([new("sku", ValueKind.String), new("qty", ValueKind.Decimal)], [["A", 1.0m], ["B", null]]);

        JsonValues.ToJson(table).ToString(Formatting.None).Should().Be("""[{"sku":"A","qty":1.0},{"sku":"B","qty":null}]""");
    }

    [TestMethod]
    public void A_number_with_too_many_digits_is_refused_and_not_rounded()
    {
        var reading = () => JsonValues.FromJson(JsonText.Parse(new string('9', 40)));

        reading.Should().Throw<ConnectorException>().Which.Error.Code.Should().Be(ConnectorErrorCode.InvalidResult);
    }

    [TestMethod]
    public void Text_after_the_json_is_refused()
    {
        var reading = () => JsonText.Parse("{} {}");

        reading.Should().Throw<JsonException>();
    }
}
