using Cleverence.Connectivity;
using Microsoft.AspNetCore.Http;

namespace Unit.Tests.OneC.OData;

[TestClass]
public sealed class ODataReadTests
{
    private const string Format = "$format=application/json;odata=nometadata";
    private const string Id = "c1a7e2aa-0000-4000-8000-000000000001";

    [TestMethod]
    public async Task A_read_asks_for_what_it_was_told_and_types_the_columns()
    {
        await using var oneC = await ODataBase.JsonAsync("""{"value":[{"Code":"1","Цена":12.50},{"Code":"2 ","Цена":3}]}""");

        var table = await oneC.TableAsync("Read", ("entity", "Catalog_Товары"), ("select", "Code,Цена"), ("filter", ODataBase.Of("DeletionMark", false)), ("orderBy", "Description desc"), ("top", 10L), ("skip", 5L));

        oneC.Asked.Should().Equal($"GET Catalog_Товары?{Format}&$select=Code,Цена&$orderby=Description desc,Ref_Key&$filter=(DeletionMark eq false)&$skip=5&$top=10");
        oneC.Requests[0].Headers["Accept"].Should().StartWith("application/json");
        table.Columns.Should().Equal(new TableColumn("Code", ValueKind.String), new TableColumn("Цена", ValueKind.Decimal));
        table.Rows.Select(row => row[1]).Should().Equal(12.50m, 3m);
        table.Rows[1][0].Should().Be("2 ");
    }

    [TestMethod]
    public async Task Everything_but_value_storages_is_read_when_no_fields_are_named()
    {
        await using var oneC = await ODataBase.JsonAsync("""{"value":[]}""");

        var table = await oneC.TableAsync("Прочитать", ("Объект", "Справочник.Товары"));

        oneC.Asked.Should().Equal($"GET Catalog_Товары?{Format}&$orderby=Ref_Key&$top=2000");
        table.Columns.Select(column => column.Name).Should().Contain(["Ref_Key", "Картинка_Type"]).And.NotContain("Картинка");
    }

    public static IEnumerable<object?[]> Options =>
    [
        [("select", (object?)"**"), "$select=**"],
        [("select", (object?)"*,*____Presentation"), "$select=*,*____Presentation"],
        [("presentations", (object?)true), "$select=*,*____Presentation"],
        [("expand", (object?)"Поставщик"), "$expand=Поставщик"],
        [("allowedOnly", (object?)true), "allowedOnly=true"],
        [("select", (object?)new List<object?> { "code", "артикул" }), "$select=Code,Артикул"],
        [("select", (object?)"Поставщик/ИНН"), "$select=Поставщик/ИНН&$expand=Поставщик"],
        [("select", (object?)"Поставщик"), "$select=Поставщик_Key"],
    ];

    [TestMethod]
    [DynamicData(nameof(Options))]
    public async Task An_option_goes_into_the_address((string Name, object? Value) option, string text)
    {
        await using var oneC = await ODataBase.JsonAsync("""{"value":[]}""");

        await oneC.TableAsync("Read", ("entity", "Catalog_Товары"), option);

        oneC.Asked.Single().Should().Contain(text + "&");
    }

    [TestMethod]
    public async Task Presentations_become_columns()
    {
        await using var oneC = await ODataBase.JsonAsync("""{"value":[{"Поставщик_Key":"c1a7e2aa-0000-4000-8000-000000000001","Поставщик____Presentation":"ООО \"Ёж\""}]}""");

        var table = await oneC.TableAsync("Read", ("entity", "Catalog_Товары"), ("select", "Поставщик_Key"), ("presentations", true));

        table.Rows.Single()[table.Columns.ToList().FindIndex(column => column.Name == "Поставщик____Presentation")].Should().Be("ООО \"Ёж\"");
    }

    [TestMethod]
    [DataRow("\uFEFF42")]
    [DataRow("42")]
    [DataRow(" 42\r\n")]
    public async Task A_count_is_read_with_and_without_a_byte_order_mark(string text)
    {
        await using var oneC = await ODataBase.StartAsync((context, _) => context.Response.WriteAsync(text));

        var count = await oneC.CallAsync("Count", ("entity", "Catalog_Товары"), ("filter", ODataBase.Of("DeletionMark", false)));

        count.Should().Be(42L);
        oneC.Asked.Should().Equal("GET Catalog_Товары/$count?$filter=(DeletionMark eq false)");
    }

    [TestMethod]
    public async Task One_object_is_found_by_its_key()
    {
        await using var oneC = await ODataBase.JsonAsync($$"""{"odata.metadata":"x","Ref_Key":"{{Id}}","Остаток":"7","ДатаПоступления":"0001-01-01T00:00:00"}""");

        var found = (await oneC.CallAsync("Get", ("entity", "Catalog_Товары"), ("key", Id), ("select", "Ref_Key,Остаток,ДатаПоступления"))).Should().BeOfType<ConnectorRecord>().Subject;

        oneC.Asked.Should().Equal($"GET Catalog_Товары(guid'{Id}')?{Format}&$select=Ref_Key,Остаток,ДатаПоступления");
        found["Остаток"].Should().Be(7L);
        found["ДатаПоступления"].Should().BeNull();
    }

    [TestMethod]
    public async Task One_object_with_a_composite_key()
    {
        await using var oneC = await ODataBase.JsonAsync("""{"Курс":90.5}""");

        await oneC.CallAsync("Get", ("entity", "РегистрСведений.КурсыВалют"), ("key", ODataBase.Of("Period", "2026-03-01", "Валюта_Key", Id)));

        oneC.Asked.Should().Equal($"GET InformationRegister_КурсыВалют(Period=datetime'2026-03-01T00:00:00',Валюта_Key=guid'{Id}')?{Format}");
    }

    [TestMethod]
    public async Task One_object_with_its_references_is_asked_for_as_a_list_of_one()
    {
        await using var oneC = await ODataBase.JsonAsync("""{"value":[{"Code":"1","Поставщик":{"ИНН":"77"}}]}""");

        var found = (await oneC.CallAsync("Get", ("entity", "Catalog_Товары"), ("key", Id), ("expand", "Поставщик"))).Should().BeOfType<ConnectorRecord>().Subject;

        oneC.Asked.Single().Should().StartWith("GET Catalog_Товары?").And.Contain("$expand=Поставщик").And.Contain($"$filter=(Ref_Key eq guid'{Id}')").And.EndWith("$top=1");
        found["Поставщик"].Should().BeOfType<ConnectorRecord>().Which["ИНН"].Should().Be("77");
    }

    [TestMethod]
    public async Task A_virtual_table_takes_its_arguments_in_parentheses()
    {
        await using var oneC = await ODataBase.JsonAsync("""{"value":[{"Товар_Key":"00000000-0000-0000-0000-000000000000","КоличествоBalance":12.5}]}""");

        var table = await oneC.TableAsync("ReadTable", ("entity", "AccumulationRegister_ТоварыНаСкладах"), ("table", "Balance"), ("arguments", ODataBase.Of("Period", "2026-03-01", "Condition", ODataBase.Of("Товар_Key", Id), "Dimensions", "Товар,Склад")));

        oneC.Asked.Single().Should().StartWith($"GET AccumulationRegister_ТоварыНаСкладах/Balance(Period=datetime'2026-03-01T00:00:00',Condition='(Товар_Key eq guid''{Id}'')',Dimensions='Товар,Склад')?");
        table.Columns.Select(column => column.Type).Should().Equal(ValueKind.String, ValueKind.String, ValueKind.Decimal);
        table.Rows.Single().Should().BeEquivalentTo(new object?[] { null, null, 12.5m }, options => options.WithStrictOrdering());
    }

    [TestMethod]
    [DataRow("6")]
    [DataRow("11")]
    public async Task A_base_that_takes_them_only_in_the_query_is_asked_so_from_then_on(string code)
    {
        await using var oneC = await ODataBase.StartAsync((context, target) => target.Contains("Balance(Period", StringComparison.Ordinal)
            ? ODataBase.JsonTo(context, $$$$"""{"odata.error":{"code":"{{{{code}}}}","message":{"lang":"ru","value":"Метод не найден"}}}""", 404)
            : ODataBase.JsonTo(context, """{"value":[]}"""));
        (string, object?)[] arguments = [("entity", "AccumulationRegister_ТоварыНаСкладах"), ("table", "Balance"), ("arguments", ODataBase.Of("Period", "2026-03-01"))];

        await oneC.TableAsync("ReadTable", arguments);
        await oneC.TableAsync("ReadTable", arguments);

        oneC.Asked.Should().HaveCount(3);
        oneC.Asked.Skip(1).Should().AllSatisfy(asked => asked.Should().Contain("Balance()?Period=datetime'2026-03-01T00:00:00'&"));
    }

    [TestMethod]
    public async Task A_slice_has_the_fields_of_its_register()
    {
        await using var oneC = await ODataBase.JsonAsync("""{"value":[{"Period":"2026-03-01T00:00:00","Курс":90.5}]}""");

        var table = await oneC.TableAsync("ReadTable", ("entity", "InformationRegister_КурсыВалют"), ("table", "SliceLast"), ("select", "Period,Курс"));

        oneC.Asked.Single().Should().StartWith("GET InformationRegister_КурсыВалют/SliceLast()?");
        table.Rows.Single().Should().Equal(new DateTime(2026, 3, 1), 90.5m);
    }

    [TestMethod]
    public async Task A_table_the_base_does_not_describe_is_read_by_its_looks()
    {
        await using var oneC = await ODataBase.JsonAsync("""{"value":[{"Товар_Key":"00000000-0000-0000-0000-000000000000","КоличествоTurnover":5,"Дата":"2026-03-01T00:00:00"}]}""");

        var table = await oneC.TableAsync("ReadTable", ("entity", "AccumulationRegister_ТоварыНаСкладах"), ("table", "Turnovers"), ("arguments", ODataBase.Of("Condition", "Товар_Key ne guid'0'")));

        table.Columns.Select(column => column.Name).Should().Equal("Товар_Key", "КоличествоTurnover", "Дата");
        table.Rows.Single()[2].Should().Be(new DateTime(2026, 3, 1));
    }

    [TestMethod]
    public async Task A_file_is_read_by_its_own_address()
    {
        await using var oneC = await ODataBase.StartAsync((context, _) =>
        {
            context.Response.ContentType = "image/png";
            return context.Response.Body.WriteAsync(new byte[] { 60, 0, 255 }).AsTask();
        });

        var bytes = await oneC.CallAsync("GetFile", ("entity", "Catalog_Товары"), ("key", Id), ("field", "Картинка"));

        bytes.Should().BeEquivalentTo(new byte[] { 60, 0, 255 });
        oneC.Asked.Should().Equal($"GET Catalog_Товары(guid'{Id}')/Картинка/$value");
    }

    [TestMethod]
    public async Task The_description_is_read_once_and_again_when_asked()
    {
        await using var oneC = await ODataBase.JsonAsync("""{"value":[]}""");

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => oneC.CallAsync("Read", ("entity", "Catalog_Товары"))));
        oneC.Descriptions.Should().Be(1);
        (await oneC.CallAsync("Refresh")).Should().Be(5L);

        oneC.Descriptions.Should().Be(2);
    }

    [TestMethod]
    public async Task Entities_and_fields_can_be_listed()
    {
        await using var oneC = await ODataBase.JsonAsync("{}");

        var entities = await oneC.TableAsync("Entities");
        var fields = await oneC.TableAsync("Fields", ("entity", "Catalog_Товары"));

        entities.Rows.Select(row => row[0]).Should().Contain("Catalog_Товары");
        fields.Rows.Should().ContainEquivalentOf(new object?[] { "Поставщик_Key", "string", "Edm.Guid", false, "Catalog_Контрагенты" });
        fields.Rows.Should().ContainEquivalentOf(new object?[] { "Ref_Key", "string", "Edm.Guid", true, null });
    }

    public static IEnumerable<object?[]> Refused =>
    [
        ["Read", ("entity", (object?)"Catalog_Товар"), "ENTITY_UNKNOWN", "Catalog_Товары"],
        ["Read", ("select", (object?)"Цна"), "FIELD_UNKNOWN", "Цена"],
        ["Read", ("orderBy", (object?)"Цна desc"), "FIELD_UNKNOWN", "Цена"],
        ["Read", ("orderBy", (object?)"Цена вниз"), "ARGUMENT_WRONG", "Цена вниз"],
        ["Read", ("expand", (object?)"Поставщ"), "FIELD_UNKNOWN", "Поставщик"],
        ["Read", ("filter", (object?)"Цна gt 1"), "FIELD_UNKNOWN", "Цена"],
        ["Read", ("top", (object?)(-1L)), "ARGUMENT_WRONG", "below zero"],
        ["Read", ("отбор2", (object?)"x"), null, "отбор2: unknown"],
        ["Get", ("key", (object?)"не ключ"), "VALUE_WRONG", "Ref_Key"],
        ["GetFile", ("field", (object?)"Code"), "ARGUMENT_WRONG", "value storage"],
        ["Count", ("filter", (object?)7L), "ARGUMENT_WRONG", "filter"],
    ];

    [TestMethod]
    [DynamicData(nameof(Refused))]
    public async Task A_mistake_is_refused_before_anything_is_sent(string method, (string Name, object? Value) argument, string? reason, string words)
    {
        await using var oneC = await ODataBase.JsonAsync("""{"value":[]}""");
        List<(string, object?)> arguments = [argument];
        if (argument.Name != "entity") arguments.Add(("entity", "Catalog_Товары"));
        if (method is "Get" or "GetFile" && argument.Name != "key") arguments.Add(("key", Id));

        var error = await oneC.ErrorAsync(method, [.. arguments]);

        error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
        error.Reason.Should().Be(reason);
        error.Message.Should().Contain(words);
        oneC.Requests.Should().BeEmpty();
    }
}
