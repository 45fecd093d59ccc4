using Cleverence.Connectivity;
using Connectors.OneC;

namespace Unit.Tests.OneC;

/// <summary>How values are written for 1C.</summary>
[TestClass]
public sealed class OneCWriterTests
{
    private static readonly OneCWriter Writer = new(new OneCZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")));

    private static IEnumerable<object?[]> Written =>
    [
        ["ЦБ-1 ", "String", "\"ЦБ-1 \""],
        [null, "String", "null"],
        [null, "Date", "\"0001-01-01T00:00:00\""],
        [null, "Reference", "\"00000000-0000-0000-0000-000000000000\""],
        [null, "Enum", "\"\""],
        [null, "Number", "null"],
        [null, "Any", "null"],
        [5L, "Number", "5"],
        [5L, "Integer", "5"],
        ["7", "Integer", "7"],
        [12.50m, "Number", "12.50"],
        ["0.10", "Number", "0.10"],
        [12.50m, "Any", "12.50"],
        [true, "Boolean", "true"],
        ["1", "Boolean", "true"],
        [new DateTime(2026, 3, 1, 10, 20, 30, 999), "Date", "\"2026-03-01T10:20:30\""],
        [new DateTime(2026, 3, 1, 10, 20, 30), "Any", "\"2026-03-01T10:20:30\""],
        [new DateTimeOffset(2026, 3, 1, 10, 20, 30, TimeSpan.Zero), "Date", "\"2026-03-01T13:20:30\""],
        [new DateTimeOffset(2026, 3, 1, 10, 20, 30, TimeSpan.FromHours(5)), "Any", "\"2026-03-01T08:20:30\""],
        ["2026-03-01T10:20:30Z", "Date", "\"2026-03-01T13:20:30\""],
        ["2026-03-01", "Date", "\"2026-03-01T00:00:00\""],
        ["", "Date", "\"0001-01-01T00:00:00\""],
        ["C1A7E2AA-0000-4000-8000-000000000001", "Reference", "\"c1a7e2aa-0000-4000-8000-000000000001\""],
        ["", "Reference", "\"00000000-0000-0000-0000-000000000000\""],
        ["Высокий", "Enum", "\"Высокий\""],
        [new byte[] { 0, 1, 2, 253 }, "Binary", "\"AAEC/Q==\""],
        [new List<object?> { 1L, "два", null }, "List", "[1,\"два\",null]"],
        [new ConnectorRecord { { "Ключ", 1.5m } }, "Record", "{\"Ключ\":1.5}"],
        [ConnectorTable.FromRecords([new ConnectorRecord { { "Код", "A" } }]), "Table", "[{\"Код\":\"A\"}]"],
    ];

    private static IEnumerable<object?[]> Refused =>
    [
        ["семь", "Integer"],
        [12.5m, "Integer"],
        ["да", "Boolean"],
        ["завтра", "Date"],
        [new DateTime(4000, 1, 1), "Date"],
        [new DateTime(4000, 1, 1), "Any"],
        [5L, "Date"],
        ["не ссылка", "Reference"],
        [5L, "Reference"],
        ["!", "Binary"],
        [5L, "List"],
        ["текст", "Record"],
        [new ConnectorRecord(), "String"],
    ];

    [TestMethod]
    [DynamicData(nameof(Written))]
    public void Value_is_written_as_1C_reads_it(object? value, string type, string json)
    {
        Writer.TryJson(value, Enum.Parse<OneCType>(type), out var written).Should().BeTrue();

        written.ToString(Newtonsoft.Json.Formatting.None).Should().Be(json);
    }

    [TestMethod]
    [DynamicData(nameof(Refused))]
    public void Value_that_is_not_of_the_type_is_refused(object? value, string type) => Writer.TryJson(value, Enum.Parse<OneCType>(type), out _).Should().BeFalse();

    [TestMethod]
    public void Date_1C_does_not_have_is_refused_inside_a_record_too() =>
        ((Action)(() => Writer.TryJson(new ConnectorRecord { { "Дата", new DateTime(4000, 1, 1) } }, OneCType.Any, out _)))
            .Should().Throw<ConnectorException>().Which.Error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);

    [TestMethod]
    public void Hour_that_is_skipped_in_spring_is_never_made()
    {
        var zone = new OneCZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

        zone.Write(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero)).Should().Be("2026-03-29T03:30:00");
        zone.Write(new DateTimeOffset(2026, 3, 29, 0, 30, 0, TimeSpan.Zero)).Should().Be("2026-03-29T01:30:00");
    }
}
