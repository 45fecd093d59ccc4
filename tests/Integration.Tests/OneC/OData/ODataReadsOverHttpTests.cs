namespace Integration.Tests.OneC.OData;

/// <summary>Reading: lists, filters, orders, keys, counts, virtual tables, files, and every form of a value.</summary>
[TestClass]
public sealed class ODataReadsOverHttpTests
{
    private const string Good = "c1a7e2aa-0000-4000-8000-000000000001";
    private const string Supplier = "a0000000-0000-4000-8000-000000000001";
    private const string Order = "9d2f3c1e-0000-4000-8000-00000000000a";
    private const string LongOrder = "9d2f3c1e-0000-4000-8000-00000000000c";

    private const string Named = """
        "enabled":true,
        "methods":[
          {"class":"Склад","method":"Остатки","aliases":["Stock"],"entity":"РегистрНакопления.ТоварыНаСкладах","table":"Balance","arguments":{"Period":"{дата}"},
           "where":{"Товар_Key":"{товары}"},"select":"Товар_Key,КоличествоBalance","orderBy":"Товар_Key",
           "parameters":[{"name":"дата","type":"Дата"},{"name":"товары","type":"list","optional":true}]},
          {"class":"Товары","method":"Найти","operation":"first","entity":"Catalog_Товары","filter":"Артикул eq {артикул}","select":"Code,Description","parameters":[{"name":"артикул"}]},
          {"class":"Товары","method":"Сколько","operation":"count","entity":"Catalog_Товары","where":{"ВидТовара":"{вид}"},"parameters":[{"name":"вид","optional":true}]},
          {"class":"Товары","method":"Карточка","operation":"get","entity":"Catalog_Товары","key":"{товар}","select":"Code,Цена","parameters":[{"name":"товар","type":"reference"}]},
          {"class":"Курсы","method":"НаДату","operation":"get","entity":"InformationRegister_КурсыВалют","keys":{"Period":"{дата}","Валюта_Key":"d0000000-0000-4000-8000-000000000840"},"select":"Курс","parameters":[{"name":"дата","type":"Дата"}]},
          {"class":"Товары","method":"Картинка","operation":"file","entity":"Catalog_Товары","key":"{товар}","field":"Картинка","parameters":[{"name":"товар","type":"reference"}]}
        ]
        """;

    private static ODataServer oneC = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context) => oneC = await ODataServer.StartAsync(Named);

    [ClassCleanup]
    public static async Task StopAsync() => await oneC.DisposeAsync();

    [TestMethod]
    [DataRow("""{"select":"Code","orderBy":"Code","top":2}""", """[["00000000001"],["00000000002"]]""")]
    [DataRow("""{"select":"Code","orderBy":"Code desc","top":1}""", """[["00000000006"]]""")]
    [DataRow("""{"select":"Code","orderBy":"Code","top":2,"skip":3}""", """[["00000000004"],["00000000005"]]""")]
    [DataRow("""{"select":["Code","Цена"],"filter":{"Артикул":"Ч-100"}}""", """[["00000000001",120.5]]""")]
    [DataRow("""{"select":"Code","filter":{"Артикул":"П-'1'"}}""", """[["00000000004"]]""")]
    [DataRow("""{"select":"Code","filter":{"Description":{"like":"%100[%]_чист%"}}}""", """[["00000000003"]]""")]
    [DataRow("""{"select":"Code","filter":{"Description":{"startsWith":"Чай"}}}""", """[["00000000001"]]""")]
    [DataRow("""{"select":"Code","filter":{"Description":{"endsWith":"товар"}}}""", """[["00000000005"]]""")]
    [DataRow("""{"select":"Code","filter":{"Description":{"contains":"'Юбилейное'"}}}""", """[["00000000004"]]""")]
    [DataRow("""{"select":"Code","filter":{"Цена":{"gt":100,"lt":1000}},"orderBy":"Code"}""", """[["00000000001"],["00000000002"]]""")]
    [DataRow("""{"select":"Code","filter":{"Цена":64.99}}""", """[["00000000003"]]""")]
    [DataRow("""{"select":"Code","filter":{"Остаток":{"lt":0}}}""", """[["00000000006"]]""")]
    [DataRow("""{"select":"Code","filter":{"ДатаПоступления":null},"orderBy":"Code"}""", """[["00000000004"],["00000000005"]]""")]
    [DataRow("""{"select":"Code","filter":{"ДатаПоступления":{"$type":"dateTimeOffset","value":"2026-03-01T07:20:00+00:00"}}}""", """[["00000000003"]]""")]
    [DataRow("""{"select":"Code","filter":{"Поставщик":null}}""", """[["00000000005"]]""")]
    [DataRow("""{"select":"Code","filter":{"ВидТовара":""}}""", """[["00000000005"]]""")]
    [DataRow("""{"select":"Code","filter":{"Code":["00000000001","00000000006","нет"]},"orderBy":"Code"}""", """[["00000000001"],["00000000006"]]""")]
    [DataRow("""{"select":"Code","filter":{"Code":[]}}""", """[]""")]
    [DataRow("""{"select":"Code","filter":{"or":[{"Артикул":"Ч-100"},{"Артикул":"С-1","Цена":64.99}]},"orderBy":"Code"}""", """[["00000000001"],["00000000003"]]""")]
    [DataRow("""{"select":"Code","filter":{"not":{"ВидТовара":["Штучный","Весовой"]}}}""", """[["00000000005"]]""")]
    [DataRow("""{"select":"Code","filter":{"Поставщик/ИНН":"7701234567","Цена":{"lt":50}},"orderBy":"Code"}""", """[["00000000004"],["00000000006"]]""")]
    [DataRow("""{"select":"Code","filter":{"Штрихкоды":{"any":{"Штрихкод":"4600000000027"}}}}""", """[["00000000002"]]""")]
    [DataRow("""{"select":"Code","filter":{"Ответственный":{"isof":"Catalog_Партнеры"}}}""", """[["00000000001"]]""")]
    [DataRow("""{"select":"Code","filter":{"Ответственный":{"type":"Catalog_Партнеры","value":"9a000000-0000-4000-8000-000000000001"}}}""", """[["00000000001"]]""")]
    [DataRow("""{"select":"Code","filter":"Цена gt 100 and startswith(Артикул,'К')"}""", """[["00000000002"]]""")]
    [DataRow("""{"select":"Code","filter":"Штрихкоды/any(d: d/Штрихкод eq '4600000000037')"}""", """[["00000000003"]]""")]
    [DataRow("""{"select":"Code","filter":"year(ДатаПоступления) eq 2026 and month(ДатаПоступления) eq 3"}""", """[["00000000003"]]""")]
    [DataRow("""{"select":"Code","filter":["Цена gt 100",{"ВидТовара":"Весовой"}]}""", """[["00000000002"]]""")]
    [DataRow("""{"filter":{"Артикул":"' or 1 eq 1 or '"},"select":"Code"}""", """[]""")]
    public async Task Rows_are_found_as_asked(string args, string rows)
    {
        var found = await oneC.RowsAsync("Read", $$"""{"entity":"Catalog_Товары",{{args[1..]}}""");

        found.Should().Be(rows);
    }

    [TestMethod]
    public async Task Types_of_columns_follow_the_description_of_the_base()
    {
        var answer = await oneC.CallAsync("Прочитать", """{"Объект":"Справочник.Товары","Поля":"Ref_Key,DeletionMark,Цена,Остаток,Упаковка,ВидТовара,ДатаПоступления,Штрихкоды,Ответственный,Ответственный_Type","Отбор":{"Code":"00000000001"}}""");

        answer.Json.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("type").GetString()).Should()
            .Equal("string", "boolean", "decimal", "integer", "integer", "string", "dateTime", "list", "string", "string");
        answer.Json.GetProperty("rows")[0].GetRawText().Should().Be(
            """["c1a7e2aa-0000-4000-8000-000000000001",false,120.5,40,10,"Штучный","2026-02-01T08:30:00",[{"LineNumber":1,"Штрихкод":"4600000000017","Количество":1}],"9a000000-0000-4000-8000-000000000001","Catalog_Партнеры"]""");
    }

    [TestMethod]
    public async Task Presentations_stand_beside_their_references()
    {
        var answer = await oneC.CallAsync("Read", """{"entity":"Catalog_Товары","select":"Code,Поставщик_Key","filter":{"Code":"00000000001"},"presentations":true}""");

        var columns = answer.Json.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()).ToList();
        answer.Json.GetProperty("rows")[0][columns.IndexOf("Поставщик____Presentation")].GetString().Should().Be("ООО \"Ромашка\"");
    }

    [TestMethod]
    public async Task Reference_can_be_followed_in_a_list()
    {
        var rows = await oneC.RowsAsync("Read", """{"entity":"Catalog_Товары","select":"Code,Поставщик/Description","filter":{"Code":["00000000001"]}}""");

        rows.Should().Contain("ООО \\\"Ромашка\\\"");
    }

    [TestMethod]
    public async Task Reference_can_be_followed_from_one_object()
    {
        var found = await oneC.ValueAsync("Get", $$"""{"entity":"Catalog_Товары","key":"{{Good}}","expand":"Поставщик"}""");

        found.GetProperty("Поставщик").GetProperty("ИНН").GetString().Should().Be("7701234567");
    }

    [TestMethod]
    public async Task Composite_reference_can_be_followed_by_its_type()
    {
        var rows = await oneC.RowsAsync("Read", $$"""{"entity":"Document_ЗаказКлиента","select":"Number","filter":{"Ref_Key":"{{Order}}"},"expand":"Основание/Document_КоммерческоеПредложение"}""");

        rows.Should().Contain("ЦБ-000003 ");
    }

    [TestMethod]
    public async Task Table_parts_can_be_left_out()
    {
        var answer = await oneC.CallAsync("Read", """{"entity":"Document_ЗаказКлиента","select":"**","top":1}""");

        answer.Json.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()).Should().Contain("Number").And.NotContain("Товары");
    }

    [TestMethod]
    public async Task Twelve_rows_come_in_the_order_of_their_numbers()
    {
        var order = await oneC.ValueAsync("Получить", $$"""{"Объект":"Документ.ЗаказКлиента","Ссылка":"{{LongOrder}}"}""");

        order.GetProperty("Товары").EnumerateArray().Select(row => row.GetProperty("LineNumber").GetInt32()).Should().Equal(Enumerable.Range(1, 12));
    }

    [TestMethod]
    [DataRow("Number", "\"ЦБ-000015 \"")]
    [DataRow("Date", """{"$type":"dateTime","value":"2026-03-02T09:15:00"}""")]
    [DataRow("Posted", "true")]
    [DataRow("Партнер_Key", "null")]
    [DataRow("ДатаОтгрузки", "null")]
    [DataRow("Приоритет", "\"\"")]
    [DataRow("Основание", "\"77aa0001-0000-4000-8000-00000000000b\"")]
    [DataRow("Основание_Type", "\"Document_КоммерческоеПредложение\"")]
    [DataRow("Примечание", "null")]
    [DataRow("Примечание_Type", "null")]
    public async Task Every_form_of_a_value_is_read(string field, string json)
    {
        var order = await oneC.ValueAsync("Get", $$"""{"entity":"Document_ЗаказКлиента","key":"{{Order}}"}""");

        order.GetProperty(field).GetRawText().Should().Be(json);
        order.EnumerateObject().Select(one => one.Name).Should().NotContain(name => name.Contains('@', StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task Value_of_several_types_has_the_type_it_has()
    {
        var order = await oneC.ValueAsync("Get", $$"""{"entity":"Document_ЗаказКлиента","key":"{{LongOrder}}","select":"Примечание"}""");

        order.GetProperty("Примечание").GetRawText().Should().Be("12.5");
    }

    [TestMethod]
    public async Task Whole_numbers_above_53_bits_keep_their_digits() =>
        (await oneC.RowsAsync("Read", """{"entity":"Catalog_Товары","select":"Остаток","filter":{"Артикул":"С-1"}}""")).Should().Be("[[9007199254740993]]");

    [TestMethod]
    public async Task Object_with_a_composite_key_is_found() =>
        (await oneC.ValueAsync("Get", """{"entity":"InformationRegister_КурсыВалют","key":{"Валюта_Key":"d0000000-0000-4000-8000-000000000840","Period":"2026-03-01"},"select":"Курс"}""")).GetProperty("Курс").GetRawText().Should().Be("77.5");

    [TestMethod]
    [DataRow("""{"entity":"Catalog_Товары"}""", 6)]
    [DataRow("""{"entity":"Catalog_Товары","filter":{"ВидТовара":"Весовой"}}""", 3)]
    [DataRow("""{"entity":"Справочник.Большой"}""", 50_000)]
    [DataRow("""{"entity":"Catalog_Закрытый","allowedOnly":true}""", 2)]
    public async Task Count_is_a_number(string args, int count) => (await oneC.ValueAsync("Count", args)).GetInt32().Should().Be(count);

    [TestMethod]
    public async Task Forbidden_rows_are_left_out_when_told() =>
        (await oneC.RowsAsync("Read", """{"entity":"Catalog_Закрытый","select":"Description","orderBy":"Code","allowedOnly":true}""")).Should().Be("""[["Запись 1"],["Запись 3"]]""");

    [TestMethod]
    [DataRow("""{"Period":"2026-04-01"}""", """[["c1a7e2aa-0000-4000-8000-000000000001",41.75],["c1a7e2aa-0000-4000-8000-000000000002",12.5]]""")]
    [DataRow("""{"Period":"2026-03-01"}""", """[["c1a7e2aa-0000-4000-8000-000000000001",50.0],["c1a7e2aa-0000-4000-8000-000000000002",12.5]]""")]
    [DataRow("""{"Period":"2026-04-01","Condition":{"Товар_Key":"c1a7e2aa-0000-4000-8000-000000000002"}}""", """[["c1a7e2aa-0000-4000-8000-000000000002",12.5]]""")]
    [DataRow("""{"Period":"2026-04-01","Condition":"Товар_Key eq guid'c1a7e2aa-0000-4000-8000-000000000001'"}""", """[["c1a7e2aa-0000-4000-8000-000000000001",41.75]]""")]
    public async Task Balance_is_read_with_its_arguments(string arguments, string rows)
    {
        var found = await oneC.RowsAsync("ПрочитатьТаблицу", $$"""{"Объект":"РегистрНакопления.ТоварыНаСкладах","Таблица":"Balance","Параметры":{{arguments}},"Поля":"Товар_Key,КоличествоBalance","Порядок":"Товар_Key"}""");

        found.Should().Be(rows);
    }

    [TestMethod]
    public async Task Last_slice_is_read_on_a_date() =>
        (await oneC.RowsAsync("ReadTable", """{"entity":"InformationRegister_КурсыВалют","table":"SliceLast","arguments":{"Period":"2026-03-15T00:00:00","Condition":{"Валюта_Key":"d0000000-0000-4000-8000-000000000840"}},"select":"Курс"}""")).Should().Be("[[77.5]]");

    [TestMethod]
    public async Task File_is_its_bytes() =>
        (await oneC.ValueAsync("GetFile", $$"""{"entity":"Catalog_Товары","key":"{{Good}}","field":"Картинка"}""")).GetBytesFromBase64().Should().StartWith([0x89, 0x50, 0x4E, 0x47]);

    [TestMethod]
    public async Task Entities_and_fields_are_listed()
    {
        (await oneC.RowsAsync("Entities", "{}")).Should().Contain("[\"Document_ЗаказКлиента\"]");
        (await oneC.RowsAsync("Fields", """{"entity":"Catalog_Товары"}""")).Should().Contain("""["Поставщик_Key","string","Edm.Guid",false,"Catalog_Контрагенты"]""");
    }

    [TestMethod]
    public async Task Named_methods_read_under_their_own_names()
    {
        (await oneC.RowsAsync("Склад.Stock", """["2026-04-01T00:00:00"]""")).Should().Contain("41.75").And.Contain("12.5");
        (await oneC.RowsAsync("Склад.Остатки", $$"""{"дата":"2026-04-01T00:00:00","товары":["{{Good}}"]}""")).Should().Contain("41.75").And.NotContain("12.5");
        (await oneC.ValueAsync("Товары.Найти", """{"артикул":"П-'1'"}""")).GetProperty("Description").GetString().Should().Be("Печенье 'Юбилейное'");
        (await oneC.ValueAsync("Товары.Сколько", "{}")).GetInt32().Should().Be(6);
        (await oneC.ValueAsync("Товары.Сколько", """{"вид":"Весовой"}""")).GetInt32().Should().Be(3);
        (await oneC.ValueAsync("Товары.Карточка", $$"""["{{Good}}"]""")).GetProperty("Цена").GetRawText().Should().Be("120.5");
        (await oneC.ValueAsync("Курсы.НаДату", """["2026-03-01T00:00:00"]""")).GetProperty("Курс").GetRawText().Should().Be("77.5");
        (await oneC.ValueAsync("Товары.Картинка", $$"""["{{Good}}"]""")).GetBytesFromBase64().Should().HaveCount(8);
    }

    [TestMethod]
    [DataRow("Read", """{"entity":"Catalog_Товар"}""", "Catalog_Товары")]
    [DataRow("Read", """{"entity":"Catalog_Товары","filter":{"Цна":1}}""", "Цена")]
    [DataRow("Read", """{"entity":"Catalog_Товары","filter":"Цна gt 1"}""", "Цена")]
    [DataRow("Read", """{"entity":"Catalog_Товары","select":"Цна"}""", "Цена")]
    [DataRow("Read", """{"entity":"Catalog_Товары","orderBy":"Цна"}""", "Цена")]
    [DataRow("Read", """{"entity":"Catalog_Товары","expand":"Поставщк"}""", "Поставщик")]
    [DataRow("Read", """{"entity":"Catalog_Товары","filter":{"Цена":"много"}}""", "число")]
    [DataRow("Read", """{"entity":"Catalog_Товары","отобрать":1}""", "отобрать")]
    [DataRow("Read", """{"entity":"Catalog_Товары","filter":"toupper(Code) eq 'A'"}""", "toupper")]
    [DataRow("Get", """{"entity":"Catalog_Товары","key":"00000000001"}""", "идентификатор")]
    [DataRow("Get", """{"entity":"InformationRegister_КурсыВалют","key":"c1a7e2aa-0000-4000-8000-000000000001"}""", "Period, Валюта_Key")]
    [DataRow("ReadTable", """{"entity":"AccumulationRegister_ТоварыНаСкладах","table":"Balance","arguments":{"Condition":{"Товр_Key":null}}}""", "Товар_Key")]
    public async Task Mistake_is_told_in_russian_before_1C_is_asked(string method, string args, string words)
    {
        var answer = await oneC.CallAsync(method, args);

        (answer.Status, answer.Code).Should().Be((400, "InvalidArguments"), answer.Text);
        answer.Message.Should().Contain(words);
    }

    [TestMethod]
    public async Task Long_list_of_keys_is_asked_for_in_addresses_below_the_limit()
    {
        var keys = string.Join(',', Enumerable.Range(1, 300).Select(at => $"\"{at:x8}-0000-4000-8000-000000000000\""));

        var rows = await oneC.RowsAsync("Read", $$$"""{"entity":"Catalog_Большой","select":"Code","filter":{"Ref_Key":[{{{keys}}}]}}""");

        System.Text.Json.JsonDocument.Parse(rows).RootElement.GetArrayLength().Should().Be(300);
        oneC.Base.Requests.LongestTarget.Should().BeLessThan(2000);
    }

    [TestMethod]
    public async Task Rows_of_a_supplier_are_found_by_his_key() =>
        (await oneC.ValueAsync("Count", $$$"""{"entity":"Catalog_Товары","filter":{"Поставщик_Key":"{{{Supplier}}}"}}""")).GetInt32().Should().Be(5);
}
