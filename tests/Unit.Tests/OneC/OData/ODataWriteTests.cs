using Cleverence.Connectivity;
using Microsoft.AspNetCore.Http;

namespace Unit.Tests.OneC.OData;

[TestClass]
public sealed class ODataWriteTests
{
    private static readonly string WithPlan = SampleModel.Xml.Replace("<EntitySet Name=\"Catalog_Контрагенты\"", "<EntitySet Name=\"ExchangePlan_Обмен\" EntityType=\"StandardODATA.Catalog_Контрагенты\"/><EntitySet Name=\"Catalog_Контрагенты\"", StringComparison.Ordinal);

    private const string Id = "c1a7e2aa-0000-4000-8000-000000000001";
    private const string Other = "c1a7e2aa-0000-4000-8000-000000000002";

    public static IEnumerable<object?[]> Bodies =>
    [
        ["Catalog_Товары", ODataBase.Of("Code", "1", "Цена", 12.50m, "Остаток", 7L), """{"Code":"1","Цена":12.50,"Остаток":"7"}"""],
        ["Catalog_Товары", ODataBase.Of("ДатаПоступления", new DateTime(2026, 3, 1, 10, 0, 0), "DeletionMark", true), """{"ДатаПоступления":"2026-03-01T10:00:00","DeletionMark":true}"""],
        ["Catalog_Товары", ODataBase.Of("ДатаПоступления", new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero)), """{"ДатаПоступления":"2026-03-01T13:00:00"}"""],
        ["Catalog_Товары", ODataBase.Of("ДатаПоступления", null, "Поставщик_Key", null, "ВидТовара", null, "Code", null), """{"ДатаПоступления":"0001-01-01T00:00:00","Поставщик_Key":"00000000-0000-0000-0000-000000000000","ВидТовара":"","Code":""}"""],
        ["Catalog_Товары", ODataBase.Of("поставщик_key", Id.ToUpperInvariant()), $$"""{"Поставщик_Key":"{{Id}}"}"""],
        ["Catalog_Товары", ODataBase.Of("Поставщик", Id), $$"""{"Поставщик@odata.bind":"Catalog_Контрагенты(guid'{{Id}}')"}"""],
        ["Catalog_Товары", ODataBase.Of("Поставщик@odata.bind", $"Catalog_Контрагенты(guid'{Id}')"), $$"""{"Поставщик@odata.bind":"Catalog_Контрагенты(guid'{{Id}}')"}"""],
        ["Catalog_Товары", ODataBase.Of("Картинка", new byte[] { 1, 2, 3 }), """{"Картинка_Base64Data":"AQID","Картинка_Type":"application/octet-stream"}"""],
        ["Catalog_Товары", ODataBase.Of("Картинка", new byte[] { 1 }, "Картинка_Type", "image/png"), """{"Картинка_Base64Data":"AQ==","Картинка_Type":"image/png"}"""],
        ["Document_ЗаказКлиента", ODataBase.Of("Основание", ODataBase.Of("type", "Document_КП", "value", Id)), $$"""{"Основание":"{{Id}}","Основание_Type":"StandardODATA.Document_КП"}"""],
        ["Document_ЗаказКлиента", ODataBase.Of("Основание", Id, "Основание_Type", "Document_КП"), $$"""{"Основание":"{{Id}}","Основание_Type":"StandardODATA.Document_КП"}"""],
        ["Document_ЗаказКлиента", ODataBase.Of("Примечание", null), """{"Примечание":"","Примечание_Type":"StandardODATA.Undefined"}"""],
        ["Document_ЗаказКлиента", ODataBase.Of("Примечание", "текст"), """{"Примечание":"текст","Примечание_Type":"Edm.String"}"""],
        ["Document_ЗаказКлиента", ODataBase.Of("Примечание", 1.5m), """{"Примечание":"1.5","Примечание_Type":"Edm.Double"}"""],
        ["Document_ЗаказКлиента", ODataBase.Of("Товары", new List<object?> { ODataBase.Of("Номенклатура_Key", Id, "Количество", 2.5m), ODataBase.Of("LineNumber", 7L) }), $$"""{"Товары":[{"Номенклатура_Key":"{{Id}}","Количество":2.5,"LineNumber":"1"},{"LineNumber":"7"}]}"""],
        ["Document_ЗаказКлиента", ODataBase.Of("Товары", new ConnectorTable([new("Количество", ValueKind.Decimal)], [[1m]])), """{"Товары":[{"Количество":1,"LineNumber":"1"}]}"""],
        ["Document_ЗаказКлиента", ODataBase.Of("Товары", new List<object?>()), """{"Товары":[]}"""],
    ];

    [TestMethod]
    [DynamicData(nameof(Bodies))]
    public async Task Fields_are_written_by_their_types(string entity, ConnectorRecord fields, string body)
    {
        await using var oneC = await ODataBase.JsonAsync($$"""{"Ref_Key":"{{Id}}"}""", status: 201);

        await oneC.CallAsync("Create", ("entity", entity), ("fields", fields));

        var sent = oneC.Requests.Single();
        sent.Verb.Should().Be("POST");
        sent.Headers["Content-Type"].Should().StartWith("application/json");
        sent.Body.Should().Be(body);
    }

    public static IEnumerable<object?[]> Wrong =>
    [
        [ODataBase.Of("Цна", 1L), "FIELD_UNKNOWN", "Цена"],
        [ODataBase.Of("Цена", "много"), "VALUE_WRONG", "a number"],
        [ODataBase.Of("Цена", null), "VALUE_WRONG", "Цена"],
        [ODataBase.Of("DeletionMark", null), "VALUE_WRONG", "DeletionMark"],
        [ODataBase.Of("Поставщик_Key", "ООО Ёж"), "VALUE_WRONG", "identifier"],
        [ODataBase.Of("ДатаПоступления", "вчера"), "VALUE_WRONG", "date"],
        [ODataBase.Of("ДатаПоступления", new DateTime(4000, 1, 1)), "VALUE_WRONG", "date"],
        [ODataBase.Of("Поставщик@odata.bind", "http://evil/x"), "ARGUMENT_WRONG", "Catalog_X"],
        [ODataBase.Of("Картинка", "не base64!"), "VALUE_WRONG", "base64"],
        [ODataBase.Of("Code", ODataBase.Of("x", 1L)), "VALUE_WRONG", "text"],
    ];

    [TestMethod]
    [DynamicData(nameof(Wrong))]
    public async Task A_wrong_field_is_refused_before_anything_is_sent(ConnectorRecord fields, string reason, string words)
    {
        await using var oneC = await ODataBase.JsonAsync("{}");

        var error = await oneC.ErrorAsync("Patch", ("entity", "Catalog_Товары"), ("key", Id), ("fields", fields));

        error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
        error.Reason.Should().Be(reason);
        error.Message.Should().Contain(words);
        oneC.Requests.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_new_object_comes_back_as_1C_has_made_it()
    {
        await using var oneC = await ODataBase.JsonAsync($$"""{"odata.metadata":"x","Ref_Key":"{{Id}}","Остаток":"0","ДатаПоступления":"0001-01-01T00:00:00"}""", status: 201);

        var made = (await oneC.CallAsync("Создать", ("Объект", "Справочник.Товары"), ("Значения", ODataBase.Of("Code", "1")))).Should().BeOfType<ConnectorRecord>().Subject;

        made.Select(field => field.Value).ToList().Should().BeEquivalentTo(new object?[] { Id, 0L, null }, options => options.WithStrictOrdering());
    }

    [TestMethod]
    public async Task A_new_object_without_a_body_has_the_key_of_its_location()
    {
        await using var oneC = await ODataBase.StartAsync((context, _) =>
        {
            context.Response.StatusCode = 201;
            context.Response.Headers.Location = $"http://inner/trade/odata/standard.odata/Catalog_%D0%A2(guid'{Id}')";
            return Task.CompletedTask;
        });

        var made = await oneC.CallAsync("Create", ("entity", "Catalog_Товары"), ("fields", ODataBase.Of("Code", "1")));

        made.Should().BeOfType<ConnectorRecord>().Which["Ref_Key"].Should().Be(Id);
    }

    [TestMethod]
    public async Task A_success_nobody_can_read_leaves_the_new_object_in_doubt()
    {
        await using var oneC = await ODataBase.StartAsync((context, _) =>
        {
            context.Response.StatusCode = 201;
            return context.Response.WriteAsync("сделано");
        });

        var error = await oneC.ErrorAsync("Create", ("entity", "Catalog_Товары"), ("fields", ODataBase.Of("Code", "1")));

        error.Code.Should().Be(ConnectorErrorCode.InvalidResult);
        error.InDoubt.Should().BeTrue();
    }

    [TestMethod]
    public async Task A_replacement_writes_references_as_links()
    {
        await using var oneC = await ODataBase.JsonAsync("{}");

        await oneC.CallAsync("Replace", ("entity", "Catalog_Товары"), ("key", Id), ("fields", ODataBase.Of("Code", "1", "Поставщик_Key", Other)));

        oneC.Requests.Single().Verb.Should().Be("PUT");
        oneC.Requests.Single().Body.Should().Be($$"""{"Code":"1","Поставщик@odata.bind":"Catalog_Контрагенты(guid'{{Other}}')"}""");
    }

    [TestMethod]
    public async Task Data_load_mode_is_a_header()
    {
        await using var oneC = await ODataBase.JsonAsync("{}");

        await oneC.CallAsync("Patch", ("entity", "Catalog_Товары"), ("key", Id), ("fields", ODataBase.Of("Code", "1")), ("dataLoad", true));

        oneC.Requests.Single().Headers["1C_OData-DataLoadMode"].Should().Be("true");
    }

    [TestMethod]
    public async Task A_deletion_mark_is_a_change_of_one_field()
    {
        await using var oneC = await ODataBase.JsonAsync("{}");

        await oneC.CallAsync("MarkDeleted", ("entity", "Catalog_Товары"), ("key", Id));
        await oneC.CallAsync("ПометитьНаУдаление", ("entity", "Catalog_Товары"), ("Ссылка", Id), ("Пометка", false));

        oneC.Requests.Select(request => $"{request.Verb} {request.Body}").Should().Equal("PATCH {\"DeletionMark\":true}", "PATCH {\"DeletionMark\":false}");
    }

    [TestMethod]
    public async Task Deletion_for_good_is_off_unless_the_settings_allow_it()
    {
        await using var careful = await ODataBase.JsonAsync("{}");
        await using var allowed = await ODataBase.StartAsync((context, _) =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        }, "\"enabled\":true,\"allowDelete\":true");

        var error = await careful.ErrorAsync("Delete", ("entity", "Catalog_Товары"), ("key", Id));
        await allowed.CallAsync("Delete", ("entity", "Catalog_Товары"), ("key", Id));

        (error.Code, error.Reason).Should().Be((ConnectorErrorCode.Rejected, "DELETE_NOT_ALLOWED"));
        careful.Requests.Should().BeEmpty();
        allowed.Asked.Should().Equal($"DELETE Catalog_Товары(guid'{Id}')");
    }

    [TestMethod]
    [DataRow(true, "Post?PostingModeOperational=true")]
    [DataRow(false, "Post?PostingModeOperational=false")]
    public async Task A_document_is_posted(bool operational, string action)
    {
        await using var oneC = await ODataBase.StartAsync((_, _) => Task.CompletedTask);

        var value = await oneC.CallAsync("Провести", ("Объект", "Документ.ЗаказКлиента"), ("Ссылка", Id), ("Оперативно", operational));

        value.Should().BeNull();
        oneC.Asked.Should().Equal($"POST Document_ЗаказКлиента(guid'{Id}')/{action}");
        oneC.Requests.Single().Headers["Content-Length"].Should().Be("0");
    }

    [TestMethod]
    public async Task A_posting_is_taken_back()
    {
        await using var oneC = await ODataBase.StartAsync((_, _) => Task.CompletedTask);

        await oneC.CallAsync("Unpost", ("entity", "Document_ЗаказКлиента"), ("key", Id));

        oneC.Asked.Should().Equal($"POST Document_ЗаказКлиента(guid'{Id}')/Unpost");
    }

    [TestMethod]
    public async Task What_is_no_document_is_not_posted()
    {
        await using var oneC = await ODataBase.StartAsync((_, _) => Task.CompletedTask);

        var error = await oneC.ErrorAsync("Post", ("entity", "Catalog_Товары"), ("key", Id));

        error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
        oneC.Requests.Should().BeEmpty();
    }

    public static IEnumerable<object?[]> Versioned =>
    [
        ["Patch", "Catalog_Товары", ODataBase.Of("Code", "1")],
        ["Replace", "Catalog_Товары", ODataBase.Of("Code", "1")],
        ["MarkDeleted", "Catalog_Товары", null],
        ["Delete", "Catalog_Товары", null],
        ["Post", "Document_ЗаказКлиента", null],
        ["Unpost", "Document_ЗаказКлиента", null],
    ];

    [TestMethod]
    [DynamicData(nameof(Versioned))]
    public async Task A_change_of_an_object_somebody_else_has_changed_is_a_conflict_and_is_not_sent(string method, string entity, ConnectorRecord? fields)
    {
        await using var oneC = await ODataBase.JsonAsync("""{"DataVersion":"AAAAAAAAAAk="}""", "\"enabled\":true,\"allowDelete\":true");
        List<(string, object?)> arguments = [("entity", entity), ("key", Id), ("dataVersion", "AAAAAAAAAAg=")];
        if (fields is not null) arguments.Add(("fields", fields));

        var error = await oneC.ErrorAsync(method, [.. arguments]);

        (error.Code, error.Reason, error.InDoubt).Should().Be((ConnectorErrorCode.Conflict, "DATA_VERSION", false));
        oneC.Requests.Should().ContainSingle().Which.Verb.Should().Be("GET");
    }

    [TestMethod]
    [DynamicData(nameof(Versioned))]
    public async Task A_change_of_the_version_that_was_read_is_sent_with_it(string method, string entity, ConnectorRecord? fields)
    {
        await using var oneC = await ODataBase.JsonAsync("""{"DataVersion":"AAAAAAAAAAk="}""", "\"enabled\":true,\"allowDelete\":true");
        List<(string, object?)> arguments = [("entity", entity), ("key", Id), ("dataVersion", "AAAAAAAAAAk=")];
        if (fields is not null) arguments.Add(("fields", fields));

        await oneC.CallAsync(method, [.. arguments]);

        oneC.Requests.Should().HaveCount(2);
        oneC.Requests[1].Headers.Should().Contain("If-Match", "AAAAAAAAAAk=");
    }

    [TestMethod]
    [DataRow("{}")]
    [DataRow("""{"value":{}}""")]
    public async Task An_answer_without_changes_is_not_told_as_none(string json)
    {
        await using var oneC = await ODataBase.JsonAsync(json, metadata: WithPlan);

        var error = await oneC.ErrorAsync("SelectChanges", ("plan", "Обмен"), ("node", Id), ("messageNo", 3L));

        (error.Code, error.Reason, error.InDoubt).Should().Be((ConnectorErrorCode.InvalidResult, "ODATA_UNREADABLE", true));
    }

    [TestMethod]
    public async Task Changes_of_an_exchange_plan_are_taken_and_confirmed()
    {
        await using var oneC = await ODataBase.StartAsync((context, target) => target.StartsWith("SelectChanges", StringComparison.Ordinal)
            ? ODataBase.JsonTo(context, $$"""{"value":[{"odata.type":"StandardODATA.Catalog_Товары","Ref_Key":"{{Id}}","Остаток":"5"},{"Code":"x"}]}""")
            : Task.CompletedTask, metadata: WithPlan);

        var changes = (await oneC.CallAsync("SelectChanges", ("plan", "Обмен"), ("node", Id), ("messageNo", 3L))).Should().BeOfType<List<object?>>().Subject;
        await oneC.CallAsync("ConfirmChanges", ("plan", "ПланОбмена.Обмен"), ("node", Id), ("messageNo", 3L));

        changes.Cast<ConnectorRecord>().First().Select(field => field.Value).Should().Equal("Catalog_Товары", Id, 5L);
        var point = $"'http://{oneC.Authority}{ODataBase.Root}ExchangePlan_Обмен(guid'{Id}')'";
        oneC.Asked.Should().Equal($"POST SelectChanges?DataExchangePoint={point}&MessageNo=3&$format=application/json;odata=nometadata", $"POST NotifyChangesReceived?DataExchangePoint={point}&MessageNo=3");
    }
}
