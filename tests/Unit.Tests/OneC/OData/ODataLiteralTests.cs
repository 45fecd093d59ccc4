using Cleverence.Connectivity;

namespace Unit.Tests.OneC.OData;

[TestClass]
public sealed class ODataLiteralTests
{
    private const string Id = "c1a7e2aa-0000-4000-8000-000000000001";

    public static IEnumerable<object?[]> Values =>
    [
        ["Code", "A-1", "'A-1'"],
        ["Code", "ООО \"Ёж'ик\"", "'ООО \"Ёж''ик\"'"],
        ["Code", "' or 1 eq 1 or '", "''' or 1 eq 1 or '''"],
        ["Code", "", "''"],
        ["Code", null, "''"],
        ["Code", 7L, "'7'"],
        ["Цена", 12.50m, "12.50"],
        ["Цена", 100L, "100"],
        ["Цена", "0.1", "0.1"],
        ["Остаток", 5L, "5"],
        ["Остаток", "9000000000", "9000000000"],
        ["DeletionMark", true, "true"],
        ["DeletionMark", "false", "false"],
        ["ДатаПоступления", new DateTime(2026, 3, 1), "datetime'2026-03-01T00:00:00'"],
        ["ДатаПоступления", "2026-03-01T10:20:30", "datetime'2026-03-01T10:20:30'"],
        ["ДатаПоступления", "2026-03-01", "datetime'2026-03-01T00:00:00'"],
        ["ДатаПоступления", new DateTimeOffset(2026, 3, 1, 7, 0, 0, TimeSpan.Zero), "datetime'2026-03-01T10:00:00'"],
        ["ДатаПоступления", null, "datetime'0001-01-01T00:00:00'"],
        ["Поставщик_Key", Id, $"guid'{Id}'"],
        ["Поставщик_Key", "C1A7E2AA-0000-4000-8000-000000000001", $"guid'{Id}'"],
        ["Поставщик_Key", null, "guid'00000000-0000-0000-0000-000000000000'"],
        ["ВидТовара", "Весовой", "'Весовой'"],
        ["ВидТовара", null, "''"],
    ];

    [TestMethod]
    [DynamicData(nameof(Values))]
    public void A_value_is_written_by_the_type_of_its_property(string property, object? value, string literal)
    {
        SampleModel.Literals.Of(value, SampleModel.Goods.Find(property)!, "filter").Should().Be(literal);
    }

    [TestMethod]
    [DataRow("Цена", "1,5")]
    [DataRow("Цена", "1 or 1 eq 1")]
    [DataRow("Остаток", "1.5")]
    [DataRow("Поставщик_Key", "1' or '1' eq '1")]
    [DataRow("DeletionMark", "да")]
    [DataRow("ДатаПоступления", "01.03.2026")]
    [DataRow("ДатаПоступления", "2026-03-01T00:00:00' or 1 eq 1")]
    [DataRow("Цена", null)]
    public void A_value_of_another_type_is_refused_and_named(string property, string? value)
    {
        var write = () => SampleModel.Literals.Of(value, SampleModel.Goods.Find(property)!, "filter");

        var error = write.Should().Throw<ConnectorException>().Which.Error;
        error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
        error.Reason.Should().Be("VALUE_WRONG");
        error.Message.Should().Contain(property).And.Contain(value ?? "null");
        error.MessageRu.Should().Contain(property);
    }

    [TestMethod]
    public void A_reference_among_several_types_is_compared_through_its_type()
    {
        var value = new ConnectorRecord { { "type", "Document_КоммерческоеПредложение" }, { "value", Id } };

        SampleModel.Literals.Of(value, SampleModel.Order.Find("Основание")!, "filter").Should().Be($"cast(guid'{Id}','Document_КоммерческоеПредложение')");
    }

    [TestMethod]
    public void A_bare_identifier_equals_nothing_among_several_types_and_is_refused()
    {
        var write = () => SampleModel.Literals.Of(Id, SampleModel.Order.Find("Основание")!, "filter");

        write.Should().Throw<ConnectorException>().Which.Error.Message.Should().Contain("\"type\"");
    }

    [TestMethod]
    public void A_type_that_is_no_name_is_refused()
    {
        var write = () => SampleModel.Literals.Of(new ConnectorRecord { { "type", "X') or (1 eq 1" }, { "value", Id } }, SampleModel.Order.Find("Основание")!, "filter");

        write.Should().Throw<ConnectorException>().Which.Error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
    }
}
