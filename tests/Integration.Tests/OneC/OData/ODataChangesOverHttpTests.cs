using System.Text.Json;

namespace Integration.Tests.OneC.OData;

/// <summary>Changes: each leaves once, each refusal of 1C is told in its words.</summary>
[TestClass]
public sealed class ODataChangesOverHttpTests
{
    private const string Good = "c1a7e2aa-0000-4000-8000-000000000002";
    private const string Partner = "9a000000-0000-4000-8000-000000000001";
    private const string RefusedOrder = "9d2f3c1e-0000-4000-8000-00000000000d";

    private const string Named = """
        "enabled":true,"allowDelete":true,
        "methods":[
          {"class":"Заказы","method":"Создать","operation":"create","entity":"Document_ЗаказКлиента","fields":{"Date":"{дата}","Партнер_Key":"{партнер}","Комментарий":"ТСД {номер}","Товары":"{строки}"},
           "parameters":[{"name":"дата","type":"Дата"},{"name":"партнер","type":"Ссылка"},{"name":"номер"},{"name":"строки","type":"list"}]},
          {"class":"Заказы","method":"Провести","operation":"post","entity":"Document_ЗаказКлиента","key":"{заказ}","parameters":[{"name":"заказ","type":"Ссылка"}]}
        ]
        """;

    private static ODataServer oneC = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context) => oneC = await ODataServer.StartAsync(Named);

    [ClassCleanup]
    public static async Task StopAsync() => await oneC.DisposeAsync();

    [TestMethod]
    public async Task New_object_comes_back_with_its_key_and_is_there()
    {
        var made = await oneC.ValueAsync("Create", """{"entity":"Catalog_Контрагенты","fields":{"Description":"ООО \"Ёж'ик и К°\"","ИНН":"5001"}}""");

        var key = made.GetProperty("Ref_Key").GetString();
        Guid.TryParse(key, out _).Should().BeTrue();
        (await GetAsync("Catalog_Контрагенты", key!)).GetProperty("Description").GetString().Should().Be("ООО \"Ёж'ик и К°\"");
    }

    [TestMethod]
    [DataRow("\"Цена\":12.50", "Цена", "12.50")]
    [DataRow("\"Остаток\":9007199254740993", "Остаток", "9007199254740993")]
    [DataRow("\"Упаковка\":3", "Упаковка", "3")]
    [DataRow("\"ДатаПоступления\":\"2026-05-01\"", "ДатаПоступления", """{"$type":"dateTime","value":"2026-05-01T00:00:00"}""")]
    [DataRow("\"ДатаПоступления\":{\"$type\":\"dateTimeOffset\",\"value\":\"2026-05-01T00:00:00+00:00\"}", "ДатаПоступления", """{"$type":"dateTime","value":"2026-05-01T03:00:00"}""")]
    [DataRow("\"ДатаПоступления\":null", "ДатаПоступления", "null")]
    [DataRow("\"ВидТовара\":\"Весовой\"", "ВидТовара", "\"Весовой\"")]
    [DataRow("\"ВидТовара\":null", "ВидТовара", "\"\"")]
    [DataRow("\"Поставщик\":\"a0000000-0000-4000-8000-000000000001\"", "Поставщик_Key", "\"a0000000-0000-4000-8000-000000000001\"")]
    [DataRow("\"Поставщик_Key\":null", "Поставщик_Key", "null")]
    [DataRow("\"Ответственный\":{\"type\":\"Catalog_Партнеры\",\"value\":\"9a000000-0000-4000-8000-000000000001\"}", "Ответственный_Type", "\"Catalog_Партнеры\"")]
    [DataRow("\"Ответственный\":7", "Ответственный", "7")]
    [DataRow("\"Ответственный\":null", "Ответственный", "null")]
    [DataRow("\"DeletionMark\":true", "DeletionMark", "true")]
    [DataRow("\"Штрихкоды\":[{\"Штрихкод\":\"1\",\"Количество\":1},{\"Штрихкод\":\"2\",\"Количество\":2}]", "Штрихкоды", """[{"LineNumber":1,"Штрихкод":"1","Количество":1},{"LineNumber":2,"Штрихкод":"2","Количество":2}]""")]
    public async Task Value_travels_to_1C_and_back(string fields, string field, string json)
    {
        var made = await oneC.ValueAsync("Создать", $$$"""{"Объект":"Справочник.Товары","Значения":{"Description":"Новый",{{{fields}}}}}""");

        var read = await GetAsync("Catalog_Товары", made.GetProperty("Ref_Key").GetString()!);
        read.GetProperty(field).GetRawText().Should().Be(json);
    }

    [TestMethod]
    public async Task File_travels_to_1C_and_back()
    {
        var made = await oneC.ValueAsync("Create", """{"entity":"Catalog_Товары","fields":{"Description":"С картинкой","Картинка":{"$type":"binary","value":"AAECAw=="},"Картинка_Type":"image/png"}}""");

        var bytes = await oneC.ValueAsync("GetFile", $$"""{"entity":"Catalog_Товары","key":"{{made.GetProperty("Ref_Key").GetString()}}","field":"Картинка"}""");
        bytes.GetBytesFromBase64().Should().Equal(0, 1, 2, 3);
    }

    [TestMethod]
    public async Task Change_of_one_field_leaves_the_others()
    {
        var key = await MadeAsync("""{"Description":"До","Артикул":"Б-1","Цена":5}""");

        await oneC.CallAsync("Изменить", $$$"""{"Объект":"Catalog_Товары","Ссылка":"{{{key}}}","Значения":{"Description":"После"}}""");

        var read = await GetAsync("Catalog_Товары", key);
        (read.GetProperty("Description").GetString(), read.GetProperty("Артикул").GetString()).Should().Be(("После", "Б-1"));
    }

    [TestMethod]
    public async Task Replacement_leaves_nothing_of_before()
    {
        var key = await MadeAsync("""{"Description":"До","Артикул":"Б-2","Поставщик":"a0000000-0000-4000-8000-000000000001"}""");

        var answer = await oneC.CallAsync("Replace", $$$"""{"entity":"Catalog_Товары","key":"{{{key}}}","fields":{"Description":"После","Поставщик_Key":"a0000000-0000-4000-8000-000000000002"}}""");

        answer.Status.Should().Be(200, answer.Text);
        var read = await GetAsync("Catalog_Товары", key);
        (read.GetProperty("Артикул").GetString(), read.GetProperty("Поставщик_Key").GetString()).Should().Be(("", "a0000000-0000-4000-8000-000000000002"));
    }

    [TestMethod]
    public async Task Version_that_was_read_may_be_changed_once()
    {
        var key = await MadeAsync("""{"Description":"Версия 1"}""");
        var version = (await GetAsync("Catalog_Товары", key)).GetProperty("DataVersion").GetString();
        var args = $$$"""{"entity":"Catalog_Товары","key":"{{{key}}}","fields":{"Description":"Версия 2"},"dataVersion":"{{{version}}}"}""";

        var first = await oneC.CallAsync("Patch", args);
        var second = await oneC.CallAsync("Patch", args.Replace("Версия 2", "Версия 3", StringComparison.Ordinal));

        first.Status.Should().Be(200, first.Text);
        ODataServer.Outcome(second).Should().Be("409 Conflict DATA_VERSION");
        (await GetAsync("Catalog_Товары", key)).GetProperty("Description").GetString().Should().Be("Версия 2");
    }

    [TestMethod]
    public async Task Deletion_mark_is_set_and_taken_off()
    {
        var key = await MadeAsync("""{"Description":"Лишний"}""");

        await oneC.CallAsync("MarkDeleted", $$"""{"entity":"Catalog_Товары","key":"{{key}}"}""");
        var marked = (await GetAsync("Catalog_Товары", key)).GetProperty("DeletionMark").GetBoolean();
        await oneC.CallAsync("MarkDeleted", $$"""{"entity":"Catalog_Товары","key":"{{key}}","mark":false}""");

        marked.Should().BeTrue();
        (await GetAsync("Catalog_Товары", key)).GetProperty("DeletionMark").GetBoolean().Should().BeFalse();
    }

    [TestMethod]
    public async Task Deletion_for_good_deletes()
    {
        var key = await MadeAsync("""{"Description":"Совсем лишний"}""");

        (await oneC.CallAsync("Удалить", $$"""{"Объект":"Catalog_Товары","Ссылка":"{{key}}"}""")).Status.Should().Be(200);

        ODataServer.Outcome(await oneC.CallAsync("Get", $$"""{"entity":"Catalog_Товары","key":"{{key}}"}""")).Should().Be("422 Rejected ODATA_9");
    }

    [TestMethod]
    public async Task Document_is_made_posted_and_its_posting_taken_back()
    {
        var made = await oneC.ValueAsync("Заказы.Создать", $$"""{"дата":"2026-05-01T10:00:00","партнер":"{{Partner}}","номер":"7","строки":[{"Номенклатура_Key":"{{Good}}","Количество":2.5,"Цена":10}]}""");
        var key = made.GetProperty("Ref_Key").GetString()!;

        var posted = await oneC.CallAsync("Заказы.Провести", $$"""["{{key}}"]""");
        var afterPost = (await GetAsync("Document_ЗаказКлиента", key)).GetProperty("Posted").GetBoolean();
        await oneC.CallAsync("Unpost", $$"""{"entity":"Document_ЗаказКлиента","key":"{{key}}"}""");

        posted.Status.Should().Be(200, posted.Text);
        afterPost.Should().BeTrue();
        var read = await GetAsync("Document_ЗаказКлиента", key);
        read.GetProperty("Posted").GetBoolean().Should().BeFalse();
        read.GetProperty("Комментарий").GetString().Should().Be("ТСД 7");
        read.GetProperty("Товары")[0].GetProperty("Количество").GetRawText().Should().Be("2.5");
    }

    [TestMethod]
    public async Task Refusal_of_a_posting_is_shown_and_never_repeated()
    {
        var answer = await oneC.CallAsync("Провести", $$"""{"Объект":"Document_ЗаказКлиента","Ссылка":"{{RefusedOrder}}"}""");

        ODataServer.Outcome(answer).Should().Be("422 Rejected ONEC_REFUSED");
        answer.Message.Should().Contain("запрещено проводить");
        oneC.Base.Requests.Count($"{RefusedOrder}')/Post").Should().Be(1);
    }

    [TestMethod]
    [DataRow("Create", """{"entity":"Catalog_Товары","fields":{"Description":"ЗАПРЕТ на запись"}}""", "422 Rejected ONEC_REFUSED", "запрещена проверкой")]
    [DataRow("Create", """{"entity":"Catalog_Большой","fields":{"Description":"x"}}""", "422 Rejected ODATA_19", "нельзя изменять")]
    [DataRow("Create", """{"entity":"Catalog_Товары","fields":{"Ref_Key":"c1a7e2aa-0000-4000-8000-000000000001","Description":"x"}}""", "409 Conflict ONEC_CONFLICT", "уже есть")]
    [DataRow("Patch", """{"entity":"Catalog_Товары","key":"00000000-0000-4000-8000-0000000000ff","fields":{"Description":"x"}}""", "422 Rejected ODATA_9", "1С отказала")]
    [DataRow("Create", """{"entity":"Catalog_Товары","fields":{"Цна":1}}""", "400 InvalidArguments FIELD_UNKNOWN", "Цена")]
    [DataRow("Create", """{"entity":"Catalog_Товары","fields":{"Цена":"много"}}""", "400 InvalidArguments VALUE_WRONG", "число")]
    [DataRow("Create", """{"entity":"Catalog_Товары","fields":{"Поставщик":"ООО"}}""", "400 InvalidArguments VALUE_WRONG", "идентификатор")]
    [DataRow("Post", """{"entity":"Catalog_Товары","key":"c1a7e2aa-0000-4000-8000-000000000001"}""", "400 InvalidArguments ARGUMENT_WRONG", "не документ")]
    public async Task Refused_change_has_its_code(string method, string args, string outcome, string words)
    {
        var answer = await oneC.CallAsync(method, args);

        ODataServer.Outcome(answer).Should().Be(outcome, answer.Text);
        answer.Message.Should().Contain(words);
    }

    [TestMethod]
    public async Task Data_load_mode_is_told_to_1C()
    {
        var key = await MadeAsync("""{"Description":"Загруженный"}""");

        await oneC.CallAsync("Patch", $$$"""{"entity":"Catalog_Товары","key":"{{{key}}}","fields":{"Description":"Снова"},"dataLoad":true}""");

        oneC.Base.Effects.All.Should().Contain("Загружен Catalog_Товары");
    }

    [TestMethod]
    public async Task Changes_of_an_exchange_plan_are_selected_and_confirmed()
    {
        var key = await MadeAsync("""{"Description":"Для обмена"}""");

        var changes = await oneC.ValueAsync("ВыбратьИзменения", """{"ПланОбмена":"Обмен","Узел":"e0000000-0000-4000-8000-000000000001","НомерСообщения":1}""");
        var confirmed = await oneC.CallAsync("ConfirmChanges", """{"plan":"ПланОбмена.Обмен","node":"e0000000-0000-4000-8000-000000000001","messageNo":1}""");

        changes.EnumerateArray().Select(change => change.GetProperty("Ref_Key").GetString()).Should().Contain(key);
        changes[0].GetProperty("entity").GetString().Should().StartWith("Catalog_").And.NotContain("StandardODATA");
        confirmed.Status.Should().Be(200, confirmed.Text);
    }

    private static async Task<string> MadeAsync(string fields) =>
        (await oneC.ValueAsync("Create", $$"""{"entity":"Catalog_Товары","fields":{{fields}}}""")).GetProperty("Ref_Key").GetString()!;

    private static Task<JsonElement> GetAsync(string entity, string key) => oneC.ValueAsync("Get", $$"""{"entity":"{{entity}}","key":"{{key}}"}""");
}
