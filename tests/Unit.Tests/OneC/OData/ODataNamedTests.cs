using Cleverence.Connectivity;
using Connectors.OneC;
using Microsoft.AspNetCore.Http;

namespace Unit.Tests.OneC.OData;

[TestClass]
public sealed class ODataNamedTests
{
    private const string Id = "c1a7e2aa-0000-4000-8000-000000000001";

    private const string Stock = """
        {"class":"Склад","method":"Остатки","entity":"РегистрНакопления.ТоварыНаСкладах","table":"Balance",
         "arguments":{"Period":"{дата}"},"where":{"Склад_Key":"{склад}","Товар_Key":"{товары}"},"select":"Товар_Key,КоличествоBalance",
         "parameters":[{"name":"дата","type":"Дата"},{"name":"склад","type":"reference","optional":true},{"name":"товары","type":"list","optional":true}]}
        """;

    private const string Find = """
        {"method":"Найти","operation":"first","entity":"Catalog_Товары","filter":"Артикул eq {артикул} and Цена lt {цена}","orderBy":"Code",
         "parameters":[{"name":"артикул","aliases":["article"]},{"name":"цена","type":"number"}]}
        """;

    [TestMethod]
    public async Task A_named_method_fills_its_places_with_literals()
    {
        await using var oneC = await ODataBase.JsonAsync("""{"value":[{"Товар_Key":"c1a7e2aa-0000-4000-8000-000000000001","КоличествоBalance":3}]}""", $"\"methods\":[{Stock}]");

        var table = await oneC.TableAsync("Склад.Остатки", ("дата", "2026-03-01T00:00:00"), ("склад", Id), ("товары", new List<object?> { Id }));

        Uri.UnescapeDataString(oneC.Asked.Single()).Should().StartWith("GET AccumulationRegister_ТоварыНаСкладах/Balance(Period=datetime'2026-03-01T00:00:00')?")
            .And.EndWith($"$filter=(Склад_Key eq guid'{Id}') and ((Товар_Key eq guid'{Id}'))");
        table.Rows.Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_condition_whose_parameter_is_not_given_is_left_out()
    {
        await using var oneC = await ODataBase.JsonAsync("""{"value":[]}""", $"\"methods\":[{Stock}]");

        await oneC.TableAsync("Склад.Остатки", ("", "2026-03-01T00:00:00"));

        oneC.Asked.Single().Should().NotContain("$filter");
    }

    [TestMethod]
    public async Task A_text_in_a_filter_stays_one_text()
    {
        await using var oneC = await ODataBase.JsonAsync("""{"value":[{"Code":"1"},{"Code":"2"}]}""", $"\"methods\":[{Find}]");

        var found = await oneC.CallAsync(".Найти", ("article", "' or 1 eq 1 or '"), ("цена", 10L));

        oneC.Asked.Single().Should().Contain("$filter=(Артикул eq ''' or 1 eq 1 or ''' and Цена lt 10)").And.EndWith("$top=1");
        found.Should().BeOfType<ConnectorRecord>().Which["Code"].Should().Be("1");
    }

    [TestMethod]
    [DataRow("", "$format=application/json;odata=nometadata")]
    [DataRow("\"filter\":\"КоличествоTurnover gt {мин}\",", "$format=application/json;odata=nometadata&$filter=КоличествоTurnover gt 5")]
    public async Task A_table_the_base_does_not_describe_can_be_read_by_name(string filter, string options)
    {
        var parameters = filter.Length == 0 ? "" : """,{"name":"мин","type":"number"}""";
        await using var oneC = await ODataBase.JsonAsync("""{"value":[{"КоличествоTurnover":6}]}""", $$"""
            "methods":[{"method":"Обороты","entity":"РегистрНакопления.ТоварыНаСкладах","table":"Turnovers",{{filter}}"where":{"Склад_Key":"{склад}"},"arguments":{"Condition":"Товар_Key ne {товар} and Артикул eq {артикул}"},
             "parameters":[{"name":"склад","type":"reference","optional":true},{"name":"товар","type":"reference"},{"name":"артикул"}{{parameters}}]}]
            """);
        List<(string, object?)> arguments = [("товар", Id), ("артикул", "' or 1 eq 1 or '")];
        if (filter.Length > 0) arguments.Add(("мин", 5L));

        var table = await oneC.TableAsync(".Обороты", [.. arguments]);

        table.Rows.Should().ContainSingle();
        oneC.Asked.Single().Should().Be($"GET AccumulationRegister_ТоварыНаСкладах/Turnovers(Condition='Товар_Key ne guid''{Id}'' and Артикул eq '''''' or 1 eq 1 or ''''''')?{options}");
    }

    [TestMethod]
    public async Task The_first_of_nothing_is_null()
    {
        await using var oneC = await ODataBase.JsonAsync("""{"value":[]}""", $"\"methods\":[{Find}]");

        (await oneC.CallAsync(".Найти", ("артикул", "A"), ("цена", 1L))).Should().BeNull();
    }

    [TestMethod]
    public async Task A_change_with_a_name_writes_its_fields()
    {
        const string create = """
            {"class":"Заказы","method":"Создать","operation":"create","entity":"Document_ЗаказКлиента",
             "fields":{"Партнер_Key":"{партнер}","Товары":"{строки}","Number":"ТСД-{номер}"},
             "parameters":[{"name":"партнер","type":"Ссылка"},{"name":"строки","type":"list"},{"name":"номер"}]}
            """;
        await using var oneC = await ODataBase.JsonAsync($$"""{"Ref_Key":"{{Id}}"}""", $"\"methods\":[{create}]", 201);

        await oneC.CallAsync("Заказы.Создать", ("партнер", Id), ("строки", new List<object?> { ODataBase.Of("Количество", 2m) }), ("номер", "5"));

        oneC.Requests.Single().Body.Should().Be($$"""{"Number":"ТСД-5","Партнер_Key":"{{Id}}","Товары":[{"Количество":2,"LineNumber":"1"}]}""");
    }

    [TestMethod]
    [DataRow("markDeleted", "PATCH")]
    [DataRow("post", "POST")]
    [DataRow("unpost", "POST")]
    [DataRow("get", "GET")]
    public async Task An_operation_by_key_finds_its_object(string operation, string verb)
    {
        await using var oneC = await ODataBase.JsonAsync("{}", $$"""
            "methods":[{"method":"М","operation":"{{operation}}","entity":"Document_ЗаказКлиента","key":"{ссылка}","parameters":[{"name":"ссылка","type":"reference"}]}]
            """);

        await oneC.CallAsync(".М", ("ссылка", Id));

        oneC.Asked.Single().Should().StartWith($"{verb} Document_ЗаказКлиента(guid'{Id}')");
    }

    [TestMethod]
    public async Task A_count_by_name_may_stand_beside_a_composite_key()
    {
        await using var oneC = await ODataBase.StartAsync((context, target) => context.Response.WriteAsync(target.Contains("$count", StringComparison.Ordinal) ? "3" : """{"Курс":1.5}"""), """
            "methods":[{"method":"Сколько","operation":"count","entity":"Catalog_Товары"},
                       {"method":"Курс","operation":"get","entity":"InformationRegister_КурсыВалют","keys":{"Period":"{дата}","Валюта_Key":"{валюта}"},"select":"Курс","parameters":[{"name":"дата","type":"date"},{"name":"валюта","type":"reference"}]}]
            """);

        (await oneC.CallAsync(".Сколько")).Should().Be(3L);
        (await oneC.CallAsync(".Курс", ("дата", "2026-03-01"), ("валюта", Id))).Should().BeOfType<ConnectorRecord>().Which["Курс"].Should().Be(1.5m);
    }

    [TestMethod]
    [DataRow("read", "", MethodSafety.Safe)]
    [DataRow("create", "", MethodSafety.Unsafe)]
    [DataRow("patch", "", MethodSafety.Unsafe)]
    [DataRow("patch", "Keyed", MethodSafety.Keyed)]
    [DataRow("delete", "Keyed", MethodSafety.Keyed)]
    public async Task Safety_follows_from_the_operation(string operation, string safety, MethodSafety expected)
    {
        await using var oneC = await ODataBase.JsonAsync("{}", $$"""
            "methods":[{"method":"М","operation":"{{operation}}","entity":"Catalog_Товары","key":"{{Id}}","fields":{"Code":"1"},"safety":"{{safety}}"}]
            """);

        oneC.Methods.Single().Safety.Should().Be(expected);
    }

    [TestMethod]
    public async Task General_methods_read_safely_and_change_unsafely()
    {
        await using var oneC = await ODataBase.JsonAsync("{}");

        oneC.Methods.Where(method => method.Safety == MethodSafety.Safe).Select(method => method.MethodName).Should()
            .BeEquivalentTo("Read", "ReadTable", "Get", "Count", "GetFile", "Entities", "Fields", "Refresh");
        oneC.Methods.Where(method => method.Safety == MethodSafety.Unsafe).Select(method => method.MethodName).Should()
            .BeEquivalentTo("Create", "Patch", "Replace", "MarkDeleted", "Delete", "Post", "Unpost", "SelectChanges", "ConfirmChanges");
    }

    [TestMethod]
    [DataRow("""{"entity":"Catalog_Товары"}""", "odata.methods[0].method", "METHOD_NAME_MISSING")]
    [DataRow("""{"method":"М"}""", "odata.methods[0].entity", "ENTITY_MISSING")]
    [DataRow("""{"method":"М","entity":"X","operation":"upsert"}""", "odata.methods[0].operation", "CHOICE_UNKNOWN")]
    [DataRow("""{"method":"М","entity":"X","operation":"get"}""", "odata.methods[0].key", "KEY_MISSING")]
    [DataRow("""{"method":"М","entity":"X","operation":"create"}""", "odata.methods[0].fields", "FIELDS_MISSING")]
    [DataRow("""{"method":"М","entity":"X","operation":"file","key":"1"}""", "odata.methods[0].field", "FILE_FIELD_MISSING")]
    [DataRow("""{"method":"М","entity":"X","filter":"A eq {b}"}""", "odata.methods[0].filter", "PLACE_UNKNOWN")]
    [DataRow("""{"method":"М","entity":"X","where":{"A":"{b}"}}""", "odata.methods[0].where.A", "PLACE_UNKNOWN")]
    [DataRow("""{"method":"М","entity":"X","filter":"A eq {b"}""", "odata.methods[0].filter", "BRACES_UNMATCHED")]
    [DataRow("""{"method":"М","entity":"X","parameters":[{"name":"b"}]}""", "odata.methods[0].parameters", "PARAMETER_UNUSED")]
    [DataRow("""{"method":"М","entity":"X","filter":"A eq {b}","parameters":[{"name":"b","optional":true}]}""", "odata.methods[0].filter", "FILTER_PLACE_UNUSABLE")]
    [DataRow("""{"method":"М","entity":"X","filter":"A eq {b}","parameters":[{"name":"b","type":"list"}]}""", "odata.methods[0].filter", "FILTER_PLACE_UNUSABLE")]
    [DataRow("""{"method":"М","entity":"X","where":{"A":"{b}"},"parameters":[{"name":"b","type":"гуид"}]}""", "odata.methods[0].parameters[0].type", "TYPE_UNKNOWN")]
    [DataRow("""{"method":"М","entity":"X","operation":"create","fields":{"A":"1"},"safety":"Keyed"}""", "odata.methods[0].safety", "SAFETY_WRONG")]
    [DataRow("""{"method":"М","entity":"X","operation":"patch","key":"1","fields":{"A":"1"},"safety":"Safe"}""", "odata.methods[0].safety", "SAFETY_WRONG")]
    [DataRow("""{"method":"М","entity":"X","operation":"patch","key":"1","fields":{"A":"1"},"safety":"Keyed","dataVersion":"v"}""", "odata.methods[0].safety", "SAFETY_WRONG")]
    [DataRow("""{"method":"М","entity":"X","filter":"A eq '{b}'","parameters":[{"name":"b"}]}""", "odata.methods[0].filter", "FILTER_PLACE_QUOTED")]
    [DataRow("""{"method":"М","entity":"X","filter":"A eq guid'{b}'","parameters":[{"name":"b","type":"reference"}]}""", "odata.methods[0].filter", "FILTER_PLACE_QUOTED")]
    [DataRow("""{"method":"М","entity":"X","table":"Balance","arguments":{"Condition":"A eq '{b}'"},"parameters":[{"name":"b"}]}""", "odata.methods[0].arguments.Condition", "FILTER_PLACE_QUOTED")]
    [DataRow("""{"method":"М","entity":"X","table":"Balance","arguments":{"StartCondition":"A eq {b}"},"parameters":[{"name":"b","type":"list"}]}""", "odata.methods[0].arguments.StartCondition", "FILTER_PLACE_UNUSABLE")]
    [DataRow("""{"method":"М","entity":"X","timeLimit":"30"}""", "odata.methods[0].timeLimit", "DURATION_UNREADABLE")]
    [DataRow("""{"method":"М","entity":"X"},{"method":"м","entity":"Y"}""", "odata.methods[1].method", "METHOD_TWICE")]
    public void A_wrong_method_is_told_by_its_field(string methods, string field, string code) => Provoke($"\"methods\":[{methods}]", field, code);

    [TestMethod]
    [DataRow("\"enabled\":true,\"pageSize\":0", "odata.pageSize", "NUMBER_OUT_OF_RANGE")]
    [DataRow("\"enabled\":true,\"metadataAge\":\"12\"", "odata.metadataAge", "DURATION_UNREADABLE")]
    [DataRow("\"enabled\":true,\"path\":\"../hs\"", "odata.path", "PATH_UNUSABLE")]
    [DataRow("\"enabled\":true,\"path\":\"odata?x=1\"", "odata.path", "PATH_UNUSABLE")]
    public void A_wrong_setting_of_the_interface_is_told_by_its_field(string odata, string field, string code) => Provoke(odata, field, code);

    [TestMethod]
    public async Task The_check_of_a_method_names_what_the_base_does_not_publish()
    {
        await using var oneC = await ODataBase.JsonAsync("{}", """
            "methods":[{"method":"А","entity":"Catalog_Товар"},
                       {"method":"Б","entity":"Catalog_Товары","select":"Цна","where":{"Цвет":"{ц}"},"filter":"Вес gt 1","orderBy":"Сорт","expand":"Дом","parameters":[{"name":"ц"}]}]
            """);

        var problems = await oneC.CheckAsync();

        problems.Select(problem => (problem.Code, problem.Field)).Should().Equal(
            ("ENTITY_NOT_PUBLISHED", "odata.methods[0].entity"), ("FIELD_NOT_PUBLISHED", "odata.methods[1].select"), ("FIELD_NOT_PUBLISHED", "odata.methods[1].expand"),
            ("FIELD_NOT_PUBLISHED", "odata.methods[1].orderBy"), ("FIELD_NOT_PUBLISHED", "odata.methods[1].where.Цвет"), ("FIELD_NOT_PUBLISHED", "odata.methods[1].filter"));
        problems.Should().AllSatisfy(problem => new[] { problem.Message, problem.MessageRu, problem.NextStep, problem.NextStepRu }.Should().NotContainNulls());
    }

    private static void Provoke(string odata, string field, string code)
    {
        var make = () => new OneCConnector(ODataBase.Settings($$"""{"baseAddress":"http://1c.local/trade","serverTimeZone":"Europe/Moscow","auth":{"type":"basic","user":"u","password":"s3cret"},"odata":{ {{odata}} } }"""));

        var problem = make.Should().Throw<ConnectorSettingsException>().Which.Problems.Should().Contain(one => one.Code == code && one.Field == field).Which;
        string?[] texts = [problem.Message, problem.MessageRu, problem.NextStep, problem.NextStepRu];
        texts.Should().NotContainNulls().And.OnlyHaveUniqueItems().And.AllSatisfy(text => text.Should().NotContain("s3cret"));
    }
}
