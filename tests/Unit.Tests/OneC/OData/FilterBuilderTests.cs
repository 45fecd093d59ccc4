using Cleverence.Connectivity;
using Connectors.OneC.OData;

namespace Unit.Tests.OneC.OData;

[TestClass]
public sealed class FilterBuilderTests
{
    private const string Id = "c1a7e2aa-0000-4000-8000-000000000001";

    public static IEnumerable<object?[]> Records =>
    [
        [Of("Артикул", "A-1"), "(Артикул eq 'A-1')"],
        [Of("артикул", "A-1"), "(Артикул eq 'A-1')"],
        [Of("Артикул", "A'1", "Цена", Of("ge", 10L, "lt", 20.5m)), "(Артикул eq 'A''1') and ((Цена ge 10) and (Цена lt 20.5))"],
        [Of("Поставщик", Id), $"(Поставщик_Key eq guid'{Id}')"],
        [Of("Поставщик/ИНН", "77"), "(Поставщик/ИНН eq '77')"],
        [Of("Поставщик.ИНН", "77"), "(Поставщик/ИНН eq '77')"],
        [Of("ДатаПоступления", null), "(ДатаПоступления eq datetime'0001-01-01T00:00:00')"],
        [Of("Description", Of("contains", "мол")), "((substringof('мол',Description)))"],
        [Of("Description", Of("startsWith", "мол", "endsWith", "ко")), "((startswith(Description,'мол')) and (endswith(Description,'ко')))"],
        [Of("Description", Of("like", "%м_л%")), "((like(Description,'%м_л%')))"],
        [Of("Code", List("1", "2", "2")), "((Code eq '1') or (Code eq '2'))"],
        [Of("Code", Of("in", List("1"))), "((Code eq '1'))"],
        [Of("Code", List("1", "2"), "Артикул", List("a")), "((Артикул eq 'a')) and ((Code eq '1') or (Code eq '2'))"],
        [Of("or", List(Of("Code", "1"), Of("Code", "2", "Цена", 3L))), "(((Code eq '1')) or ((Code eq '2') and (Цена eq 3)))"],
        [Of("НЕ", Of("Code", "1")), "(not ((Code eq '1')))"],
        [Of("not", Of("Code", Of("in", List("1", "2")))), "(not ((((Code eq '1') or (Code eq '2')))))"],
        [Of("DeletionMark", Of("ne", true)), "((DeletionMark ne true))"],
        [List(Of("Code", "1"), "Цена gt 10"), "(Code eq '1') and (Цена gt 10)"],
        ["Цена gt 10 and Поставщик/ИНН eq '7''7'", "(Цена gt 10 and Поставщик/ИНН eq '7''7')"],
        ["isof(Поставщик_Key,'Catalog_X') or year(ДатаПоступления) eq 2026", "(isof(Поставщик_Key,'Catalog_X') or year(ДатаПоступления) eq 2026)"],
        [$"not (Поставщик_Key eq guid'{Id}')", $"(not (Поставщик_Key eq guid'{Id}'))"],
    ];

    [TestMethod]
    [DynamicData(nameof(Records))]
    public void A_filter_is_written_with_all_its_parentheses(object filter, string text)
    {
        Built(filter, SampleModel.Goods).Text().Should().Be(text);
    }

    public static IEnumerable<object?[]> Rows =>
    [
        [Of("Товары", Of("any", Of("Цена", Of("gt", 10L)))), "(Товары/any(d: ((d/Цена gt 10))))"],
        [Of("Товары", Of("all", Of("Количество", 1L, "Номенклатура_Key", Id))), $"(Товары/all(d: (d/Количество eq 1) and (d/Номенклатура_Key eq guid'{Id}')))"],
        [Of("Основание", Of("type", "Document_КП", "value", Id)), $"(Основание eq cast(guid'{Id}','Document_КП'))"],
        [Of("Основание", Of("isof", "Document_КП")), "((isof(Основание,'Document_КП')))"],
        ["Товары/any(d: d/Цена gt 10 and d/Количество lt 5)", "(Товары/any(d: d/Цена gt 10 and d/Количество lt 5))"],
        [$"Основание eq cast(guid'{Id}','Document_КП')", $"(Основание eq cast(guid'{Id}','Document_КП'))"],
    ];

    [TestMethod]
    [DynamicData(nameof(Rows))]
    public void Tabular_parts_and_values_of_several_types_can_be_asked_for(object filter, string text)
    {
        Built(filter, SampleModel.Order).Text().Should().Be(text);
    }

    public static IEnumerable<object?[]> Wrong =>
    [
        [Of("Цна", 1L), "FIELD_UNKNOWN", "Цена"],
        [Of("Поставщик/Цна", 1L), "FIELD_UNKNOWN", "ИНН"],
        ["Цна gt 10", "FIELD_UNKNOWN", "Цена"],
        ["Поставщик/Цна eq '1'", "FIELD_UNKNOWN", "ИНН"],
        ["Code eq '1", "ARGUMENT_WRONG", "closing quote"],
        ["(Code eq '1'", "ARGUMENT_WRONG", "parentheses"],
        ["Code eq '1') or (1 eq 1", "ARGUMENT_WRONG", "parentheses"],
        ["tolower(Code) eq 'a'", "ARGUMENT_WRONG", "tolower"],
        ["length(Code) eq 1", "ARGUMENT_WRONG", "length"],
        [Of("Code", Of("regex", "1")), "ARGUMENT_WRONG", "regex"],
        [Of("Code", Of()), "ARGUMENT_WRONG", "empty record"],
        [Of("Цена", Of("like", "1%")), "ARGUMENT_WRONG", "compares texts"],
        [Of("Цена", "много"), "VALUE_WRONG", "a number"],
        [Of("Code", Of("isof", "x') or (1 eq 1")), "ARGUMENT_WRONG", "isof"],
        [Of("or", Of("Code", "1")), "ARGUMENT_WRONG", "list of records"],
        [Of("not", List(Of("Code", "1"))), "ARGUMENT_WRONG", "takes a record"],
        [Of("Code", Of("ne", "1", "in", List())), "ARGUMENT_WRONG", "at least one"],
        [Of("Картинка", "1"), "VALUE_WRONG", "Картинка"],
        [7L, "ARGUMENT_WRONG", "give text"],
    ];

    [TestMethod]
    [DynamicData(nameof(Wrong))]
    public void A_wrong_filter_is_refused_before_anything_is_sent(object filter, string reason, string words)
    {
        var build = () => Built(filter, SampleModel.Goods);

        var error = build.Should().Throw<ConnectorException>().Which.Error;
        error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
        error.Reason.Should().Be(reason);
        error.Message.Should().Contain(words);
        error.MessageRu.Should().NotBeNullOrEmpty().And.NotBe(error.Message);
    }

    [TestMethod]
    public void An_empty_list_of_values_fits_nothing()
    {
        Built(Of("Code", List()), SampleModel.Goods).IsNever.Should().BeTrue();
    }

    [TestMethod]
    public void No_filter_is_empty()
    {
        Built(null, SampleModel.Goods).IsEmpty.Should().BeTrue();
    }

    [TestMethod]
    public void The_longest_list_can_be_asked_for_in_parts()
    {
        var filter = Built(Of("Code", List("1", "2", "3"), "Цена", 1L), SampleModel.Goods);

        filter.Alternatives.Should().HaveCount(3);
        filter.Text(filter.Alternatives.Take(1)).Should().Be("(Цена eq 1) and ((Code eq '1'))");
    }

    [TestMethod]
    public void A_filter_nested_without_end_is_refused()
    {
        object filter = Of("Code", "1");
        for (var depth = 0; depth < 20; depth++) filter = Of("not", filter);
        var build = () => Built(filter, SampleModel.Goods);

        build.Should().Throw<ConnectorException>().Which.Error.Message.Should().Contain("levels");
    }

    private static ODataFilter Built(object? filter, EdmType type) => new FilterBuilder(SampleModel.Model, SampleModel.Literals).Build(filter, type);

    private static ConnectorRecord Of(params object?[] pairs)
    {
        var record = new ConnectorRecord();
        for (var at = 0; at < pairs.Length; at += 2) record.Add((string)pairs[at]!, pairs[at + 1]);
        return record;
    }

    private static List<object?> List(params object?[] items) => [.. items];
}
