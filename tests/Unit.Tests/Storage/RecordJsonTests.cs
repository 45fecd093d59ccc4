using System.Globalization;
using System.Text;
using Cleverence.Connectivity;
using Server.Storage;

namespace Unit.Tests.Storage;

[TestClass]
public sealed class RecordJsonTests
{
    [TestMethod]
    [DataRow("ru-RU")]
    [DataRow("tr-TR")]
    public void Values_have_the_wire_form_under_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        var record = new ConnectorRecord
        {
            ["целое"] = 5L,
            ["дробное"] = 1.50m,
            ["ровное"] = 5m,
            ["время"] = new DateTime(2026, 5, 31, 14, 3, 0),
            ["миг"] = new DateTimeOffset(2026, 5, 31, 14, 3, 0, TimeSpan.FromHours(3)),
            ["байты"] = new byte[] { 1, 2 },
            ["таблица"] = new ConnectorTable([new("n", ValueKind.Integer)], [[1L], [null]]),
            ["$type"] = "Документ",
        };

        Encoding.UTF8.GetString(RecordJson.Write(record)).Should().Be(
            """{"$type":"record","value":{"целое":5,"дробное":1.50,"ровное":5.0,"время":{"$type":"dateTime","value":"2026-05-31T14:03:00"}"""
            + ""","миг":{"$type":"dateTimeOffset","value":"2026-05-31T14:03:00+03:00"},"байты":{"$type":"binary","value":"AQI="}"""
            + ""","таблица":{"$type":"table","value":{"columns":[{"name":"n","type":"integer"}],"rows":[[1],[null]]}},"$type":"Документ"}}""");
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    public void Generated_records_survive_the_round_trip(int seed)
    {
        var values = new ValueGenerator(seed * 7919);
        var records = Enumerable.Range(0, 250).Select(_ => values.Record(4)).ToList();

        var pairs = records.Select(record => (Written: ValueGenerator.Describe(record), Read: ValueGenerator.Describe(RecordJson.Read(RecordJson.Write(record)))));

        pairs.Where(pair => pair.Written != pair.Read).Take(1).Should().BeEmpty("seed {0}", seed);
    }

    [TestMethod]
    public void Decimals_keep_their_digits()
    {
        decimal[] numbers = [79228162514264337593543950335m, -79228162514264337593543950335m, 0.0000000000000000000000000001m, 1.0000m, 0.1m, -0.05m, 7.9228162514264337593543950335m];
        var record = new ConnectorRecord { ["n"] = numbers.Cast<object?>().ToList() };

        var read = (IReadOnlyList<object?>)RecordJson.Read(RecordJson.Write(record))["n"]!;

        read.Should().Equal(numbers.Cast<object?>());
        ((decimal)read[3]!).ToString(CultureInfo.InvariantCulture).Should().Be("1.0000");
    }

    [TestMethod]
    public void Half_a_surrogate_pair_is_replaced_and_the_rest_stays()
    {
        var read = RecordJson.Read(RecordJson.Write(new ConnectorRecord { ["имя"] = "до\ud800после" }));

        read["имя"].Should().Be("до\ufffdпосле");
    }

    [TestMethod]
    public void What_cannot_be_kept_is_refused_with_a_coded_error()
    {
        var itself = new ConnectorRecord();
        itself["x"] = itself;
        ConnectorRecord[] refused =
        [
            itself,
            new() { ["x"] = new object() },
            new() { ["x"] = 1.5 },
            new() { ["x"] = ConnectorTable.Stream([], AsyncEnumerable.Empty<object?[]>()) },
        ];

        refused.Should().AllSatisfy(record => record.Invoking(RecordJson.Write).Should().Throw<ConnectorException>().Which.Error.Code.Should().Be(ConnectorErrorCode.InvalidArguments));
    }
}
