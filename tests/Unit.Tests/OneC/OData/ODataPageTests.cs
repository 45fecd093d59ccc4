using System.Globalization;
using System.Text;
using Cleverence.Connectivity;
using Connectors.OneC;
using Connectors.OneC.OData;
using Newtonsoft.Json.Linq;

namespace Unit.Tests.OneC.OData;

[TestClass]
public sealed class ODataPageTests
{
    private const string Empty = "00000000-0000-0000-0000-000000000000";
    private const string Id = "c1a7e2aa-0000-4000-8000-000000000001";

    public static IEnumerable<object?[]> Cells =>
    [
        ["Остаток", "\"9000000000\"", 9000000000L],
        ["Остаток", "7", 7L],
        ["Остаток", "7.0", 7L],
        ["Остаток", "null", null],
        ["Остаток", "\"\"", null],
        ["Цена", "12.5", 12.5m],
        ["Цена", "100", 100m],
        ["Цена", "\"0.1\"", 0.1m],
        ["Цена", "1E-3", 0.001m],
        ["Цена", "123456789012345678901234567", 123456789012345678901234567m],
        ["DeletionMark", "true", true],
        ["DeletionMark", "\"false\"", false],
        ["ДатаПоступления", "\"0001-01-01T00:00:00\"", null],
        ["ДатаПоступления", "\"2026-03-02T09:15:00\"", "2026-03-02T09:15:00"],
        ["ДатаПоступления", "\"2026-03-02T09:15:00Z\"", "2026-03-02T12:15:00"],
        ["ДатаПоступления", "\"2026-03-02T09:15:00.5+05:00\"", "2026-03-02T07:15:00.5"],
        ["ДатаПоступления", "\"/Date(1772442900000)/\"", "2026-03-02T12:15:00"],
        ["ДатаПоступления", "\"\"", null],
        ["Поставщик_Key", $"\"{Empty}\"", null],
        ["Поставщик_Key", $"\"{Id}\"", Id],
        ["ВидТовара", "\"\"", ""],
        ["ВидТовара", "\"Неизвестный\"", "Неизвестный"],
        ["Code", "\"ЦБ-000015 \"", "ЦБ-000015 "],
        ["Code", "\"0001-01-01T00:00:00\"", "0001-01-01T00:00:00"],
        ["Code", "\"2026-03-02T09:15:00\"", "2026-03-02T09:15:00"],
        ["Code", "null", null],
        ["Картинка_Base64Data", "\"AQID\"", "AQID"],
    ];

    [TestMethod]
    [DynamicData(nameof(Cells))]
    public async Task A_cell_is_read_by_the_type_of_its_property(string property, string json, object? expected)
    {
        var rows = await RowsAsync($$"""{"value":[{"{{property}}":{{json}}}]}""", SampleModel.Goods, property);

        var cell = rows.Single()[0];
        (expected is string && cell is not string ? ConnectorValues.ToText(cell) : cell).Should().Be(expected);
    }

    [TestMethod]
    public async Task Decimals_keep_their_digits()
    {
        var rows = await RowsAsync("""{"value":[{"Цена":0.10000000000000000000000001}]}""", SampleModel.Goods, "Цена");

        ((decimal)rows[0][0]!).ToString(CultureInfo.InvariantCulture).Should().Be("0.10000000000000000000000001");
    }

    [TestMethod]
    [DataRow("Остаток", "\"много\"")]
    [DataRow("Остаток", "1.5")]
    [DataRow("Цена", "\"дорого\"")]
    [DataRow("ДатаПоступления", "\"вчера\"")]
    [DataRow("DeletionMark", "\"может\"")]
    [DataRow("Картинка_Base64Data", "\"!\"")]
    public async Task A_value_of_another_type_ends_the_reading_and_is_named(string property, string json)
    {
        var read = () => RowsAsync($$"""{"value":[{"{{property}}":{{json}}}]}""", SampleModel.Goods, property);

        var error = (await read.Should().ThrowAsync<ConnectorException>()).Which.Error;
        error.Code.Should().Be(ConnectorErrorCode.InvalidResult);
        error.Reason.Should().Be("ODATA_UNREADABLE");
        error.Message.Should().Contain(property);
    }

    [TestMethod]
    public async Task A_byte_order_mark_notes_and_unknown_members_are_passed_over()
    {
        const string json = """{"odata.metadata":"http://x","odata.count":"7","value":[{"odata.id":"x","Поставщик@navigationLinkUrl":"y","Новое":{"a":[1,{"b":2}]},"Code":"1"}],"odata.nextLink":"Catalog_Товары?$skiptoken=1"}""";
        using var page = new ODataPage(new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(json)]), text => OneCFailures.Of(new OneCAnswer("srv1c:80", 200, text)));
        var layout = Layout(SampleModel.Goods, "Code");

        var first = await page.NextRowAsync(layout, CancellationToken.None);
        var second = await page.NextRowAsync(layout, CancellationToken.None);

        first.Should().Equal("1");
        second.Should().BeNull();
        page.NextLink.Should().Be("Catalog_Товары?$skiptoken=1");
        page.Rows.Should().Be(1);
    }

    [TestMethod]
    public async Task A_composite_value_is_read_by_the_type_beside_it_in_either_order()
    {
        const string json = """
            {"value":[
              {"Основание":"77aa0001-0000-4000-8000-00000000000b","Основание_Type":"StandardODATA.Document_КоммерческоеПредложение"},
              {"Основание_Type":"StandardODATA.Undefined","Основание":"что-то"},
              {"Основание_Type":"Edm.DateTime","Основание":"0001-01-01T00:00:00"},
              {"Основание":"12.50","Основание_Type":"Edm.Double"},
              {"Основание_Type":"StandardODATA.Document_КП","Основание":"00000000-0000-0000-0000-000000000000"}]}
            """;

        var rows = await RowsAsync(json, SampleModel.Order, "Основание", "Основание_Type");

        rows.Select(row => (row[0], row[1])).Should().Equal(
            ("77aa0001-0000-4000-8000-00000000000b", "Document_КоммерческоеПредложение"), (null, null), (null, "Edm.DateTime"), ("12.50", "Edm.Double"), (null, "Document_КП"));
    }

    [TestMethod]
    public async Task A_composite_value_alone_is_read_by_its_type_without_showing_it()
    {
        var rows = await RowsAsync("""{"value":[{"Примечание":"x","Примечание_Type":"StandardODATA.Undefined"}]}""", SampleModel.Order, "Примечание");

        rows.Single().Should().Equal([null]);
    }

    [TestMethod]
    public async Task Rows_of_a_tabular_part_are_ordered_by_number_and_not_by_letters()
    {
        const string json = """{"value":[{"Товары":[{"LineNumber":"10","Цена":3},{"LineNumber":"9","Цена":2.5},{"LineNumber":"1","Номенклатура_Key":"00000000-0000-0000-0000-000000000000"}]}]}""";

        var cell = (await RowsAsync(json, SampleModel.Order, "Товары")).Single()[0].Should().BeOfType<List<object?>>().Subject;

        cell.Cast<ConnectorRecord>().Select(row => row["LineNumber"]).Should().Equal(1L, 9L, 10L);
        ((ConnectorRecord)cell[0]!)["Номенклатура_Key"].Should().BeNull();
        ((ConnectorRecord)cell[1]!)["Цена"].Should().Be(2.5m);
    }

    [TestMethod]
    public async Task An_expanded_reference_is_a_record_and_an_unresolved_one_null()
    {
        var list = FieldList.Of(SampleModel.Goods, SampleModel.Model, "Code", "Поставщик", false);
        var layout = new ODataLayout(new ODataValues(SampleModel.Moscow, SampleModel.Model), list.Fields);
        using var page = Page("""{"value":[{"Code":"1","Поставщик":{"odata.id":"x","ИНН":"77"}},{"Code":"2","Поставщик":null}]}""");

        var first = await page.NextRowAsync(layout, CancellationToken.None);
        var second = await page.NextRowAsync(layout, CancellationToken.None);

        first![1].Should().BeOfType<ConnectorRecord>().Which.Names.Should().Equal("ИНН");
        second.Should().BeEquivalentTo(new object?[] { "2", null });
    }

    [TestMethod]
    [DataRow("""{"value":[{"Code":"1"},{"Code":"2""")]
    [DataRow("""{"value":[{"Code":"1"},""")]
    [DataRow("""{"value":[{"Code":"1"}""")]
    [DataRow("""{"value":[{"Code":"1"} oops]}""")]
    public async Task An_answer_cut_in_the_middle_is_an_error_and_not_an_end(string json)
    {
        var read = () => RowsAsync(json, SampleModel.Goods, "Code");

        var error = (await read.Should().ThrowAsync<ConnectorException>()).Which.Error;
        error.Code.Should().Be(ConnectorErrorCode.InvalidResult);
        error.Message.Should().Contain("not whole JSON");
    }

    [TestMethod]
    [DataRow("[]")]
    [DataRow("\"text\"")]
    [DataRow("{}")]
    [DataRow("""{"odata.metadata":"x"}""")]
    [DataRow("""{"value":[7]}""")]
    public async Task An_answer_that_is_no_list_is_an_error_and_not_an_empty_one(string json)
    {
        var read = () => RowsAsync(json, SampleModel.Goods, "Code");

        (await read.Should().ThrowAsync<ConnectorException>()).Which.Error.Code.Should().Be(ConnectorErrorCode.InvalidResult);
    }

    [TestMethod]
    public void The_order_of_the_example_becomes_the_record_it_should()
    {
        var json = JObject.Parse("""
            {"odata.metadata":"http://host/$metadata#Document_ЗаказКлиента/@Element","Ref_Key":"9d2f3c1e-0000-4000-8000-00000000000a","DataVersion":"AAAAAAAAAAk=","Number":"ЦБ-000015 ",
             "Posted":true,"Партнер_Key":"00000000-0000-0000-0000-000000000000","Приоритет":"","Основание":"77aa0001-0000-4000-8000-00000000000b",
             "Основание_Type":"StandardODATA.Document_КоммерческоеПредложение","Примечание_Type":"StandardODATA.Undefined","Примечание":"",
             "Товары":[{"LineNumber":"1","Номенклатура_Key":"c1a7e2aa-0000-4000-8000-000000000001","Количество":2.5,"Цена":100}],
             "Партнер@navigationLinkUrl":"Document_ЗаказКлиента(guid'9d2f3c1e-0000-4000-8000-00000000000a')/Партнер"}
            """);
        json["Date"] = new JValue("2026-03-02T09:15:00");
        json["ДатаОтгрузки"] = new JValue("0001-01-01T00:00:00");

        var record = new ODataValues(SampleModel.Moscow, SampleModel.Model).Record(json, SampleModel.Order);

        record.Names.Should().NotContain(name => name.Contains('@') || name.StartsWith("odata."));
        record["Number"].Should().Be("ЦБ-000015 ");
        record["Date"].Should().Be(new DateTime(2026, 3, 2, 9, 15, 0));
        record["ДатаОтгрузки"].Should().BeNull();
        record["Партнер_Key"].Should().BeNull();
        record["Приоритет"].Should().Be("");
        record["Основание_Type"].Should().Be("Document_КоммерческоеПредложение");
        record["Примечание"].Should().BeNull();
        record["Примечание_Type"].Should().BeNull();
        var row = (ConnectorRecord)((List<object?>)record["Товары"]!).Single()!;
        row.Select(field => field.Value).Should().Equal(1L, "c1a7e2aa-0000-4000-8000-000000000001", 2.5m, 100m);
    }

    [TestMethod]
    public void A_record_nobody_described_is_read_by_its_looks()
    {
        var json = new JObject { ["Товар_Key"] = Empty, ["Дата"] = "0001-01-01T00:00:00", ["Имя"] = " x ", ["Вид_Type"] = "StandardODATA.Undefined", ["Вид"] = "", ["Число"] = 5 };

        var record = new ODataValues(SampleModel.Moscow, SampleModel.Model).Record(json, null);

        record.Select(field => field.Value).ToList().Should().BeEquivalentTo(new object?[] { null, null, " x ", null, null, 5L }, options => options.WithStrictOrdering());
    }

    private static async Task<List<object?[]>> RowsAsync(string json, EdmType type, params string[] fields)
    {
        using var page = Page(json);
        var layout = Layout(type, fields);
        var rows = new List<object?[]>();
        while (await page.NextRowAsync(layout, CancellationToken.None) is { } row) rows.Add(row);
        return rows;
    }

    private static ODataPage Page(string json) => new(new MemoryStream(Encoding.UTF8.GetBytes(json)), text => OneCFailures.Of(new OneCAnswer("srv1c:80", 200, text)));

    private static ODataLayout Layout(EdmType type, params string[] fields) =>
        new(new ODataValues(SampleModel.Moscow, SampleModel.Model), FieldList.Of(type, SampleModel.Model, string.Join(',', fields), null, false).Fields);
}
