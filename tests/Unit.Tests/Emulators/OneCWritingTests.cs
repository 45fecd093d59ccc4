using Emulators.OneC;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class OneCWritingTests
{
    private const string Goods = "odata/standard.odata/Catalog_Товары";
    private static readonly string Order = $"odata/standard.odata/Document_ЗаказКлиента(guid'{TradeObjects.Order}')";

    [TestMethod]
    public async Task A_new_object_gets_key_code_version_and_address()
    {
        await using var rig = await OneCRig.StartAsync();

        var made = await rig.SendAsync("POST", Goods + "?$format=json", """{"Description": "Новый", "Цена": 5.25, "Остаток": "7", "НетТакогоПоля": 1, "Поставщик@odata.bind": "Catalog_Контрагенты(guid'a0000000-0000-4000-8000-000000000001')"}""");
        var read = await rig.SendAsync("GET", made.Response.Headers.Location!.AbsoluteUri.Replace($"{rig.Base.Address}/", "", StringComparison.Ordinal) + "?$format=json");

        made.Status.Should().Be(201, made.Text);
        ((string?)read.Json["Description"], (decimal?)read.Json["Цена"], (string?)read.Json["Остаток"], (string?)read.Json["Code"]).Should().Be(("Новый", 5.25m, "7", "000000007"));
        ((string?)read.Json["Поставщик_Key"]).Should().Be("a0000000-0000-4000-8000-000000000001");
        ((string?)read.Json["DataVersion"]).Should().NotBeEmpty();
        read.Json.AsObject().ContainsKey("НетТакогоПоля").Should().BeFalse();
    }

    [TestMethod]
    [DataRow("POST", Goods, "{", 400, "1")]
    [DataRow("POST", Goods, "[]", 400, "2")]
    [DataRow("POST", Goods, """{"Description": "А", "ДатаПоступления": "2026-03-01T00:00:00Z"}""", 400, "4")]
    [DataRow("POST", Goods, """{"Description": "А", "ДатаПоступления": "4000-01-01T00:00:00"}""", 400, "4")]
    [DataRow("POST", Goods, """{"Description": "А", "Цена": "12,5"}""", 400, "4")]
    [DataRow("POST", Goods, """{"Description": "А", "Остаток": 1.5}""", 400, "4")]
    [DataRow("POST", Goods, """{"Description": "А", "Упаковка": 40000}""", 400, "4")]
    [DataRow("POST", Goods, """{"Description": "А", "Поставщик_Key": "нет"}""", 400, "4")]
    [DataRow("POST", Goods, """{"Description": "А", "Поставщик_Key": null}""", 400, "4")]
    [DataRow("POST", Goods, """{"Description": "А", "ВидТовара": "Жидкий"}""", 400, "4")]
    [DataRow("POST", Goods, """{"Description": "А", "Картинка_Base64Data": "!"}""", 400, "4")]
    [DataRow("POST", Goods, """{"Description": "А", "Картинка": "AA=="}""", 400, "16")]
    [DataRow("POST", Goods, """{"Code": "1"}""", 400, "5")]
    [DataRow("POST", Goods, """{"Description": "А", "Ответственный": "9a000000-0000-4000-8000-000000000001"}""", 400, "5")]
    [DataRow("POST", Goods, """{"Description": "А", "Description": "Б"}""", 400, "18")]
    [DataRow("POST", Goods, """{"Description": "А", "Ref_Key": "c1a7e2aa-0000-4000-8000-000000000001"}""", 400, "15")]
    [DataRow("POST", Goods, """{"Description": "А", "Поставщик@odata.bind": "Catalog_Контрагенты(guid'a0000000-0000-4000-8000-0000000000ff')"}""", 404, "9")]
    [DataRow("POST", Goods, """{"Description": "ЗАПРЕТ"}""", 500, "-1")]
    [DataRow("POST", Goods + "_Штрихкоды", """{"Штрихкод": "1"}""", 400, "13")]
    [DataRow("POST", "odata/standard.odata/Catalog_Нет", "{}", 404, "8")]
    [DataRow("POST", "odata/standard.odata/Catalog_Большой", "{}", 405, "19")]
    [DataRow("POST", "odata/standard.odata/Constant_ВалютаУчета", "{}", 405, "19")]
    [DataRow("POST", "odata/standard.odata/InformationRegister_КурсыВалют", """{"Курс": 1}""", 400, "7")]
    [DataRow("PATCH", Goods, "{}", 400, "6")]
    [DataRow("PATCH", Goods + "(guid'c1a7e2aa-0000-4000-8000-0000000000ff')", "{}", 404, "9")]
    [DataRow("PATCH", Goods + "(guid'c1a7e2aa-0000-4000-8000-000000000001')", """{"Ref_Key": "c1a7e2aa-0000-4000-8000-0000000000ff"}""", 400, "16")]
    [DataRow("PATCH", "odata/standard.odata/Document_ЗаказКлиента(guid'9d2f3c1e-0000-4000-8000-00000000000a')", """{"Posted": false}""", 400, "16")]
    [DataRow("DELETE", "odata/standard.odata/Constant_ВалютаУчета(guid'00000000-0000-0000-0000-000000000000')", "", 405, "19")]
    [DataRow("POST", "odata/standard.odata/Document_ЗаказКлиента(guid'9d2f3c1e-0000-4000-8000-00000000000d')/Post", "", 500, "-1")]
    [DataRow("POST", "odata/standard.odata/Document_ЗаказКлиента(guid'9d2f3c1e-0000-4000-8000-00000000000a')/Провести", "", 404, "11")]
    [DataRow("POST", Goods + "(guid'c1a7e2aa-0000-4000-8000-000000000001')/Post", "", 404, "11")]
    [DataRow("POST", "odata/standard.odata/SelectChanges?MessageNo=1", "", 400, "12")]
    public async Task A_wrong_change_gets_its_code_and_changes_nothing(string verb, string path, string body, int status, string code)
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await rig.SendAsync(verb, path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "$format=json", body);

        (answer.Status, answer.Code).Should().Be((status, code), answer.Text);
        rig.Base.Effects.Count.Should().Be(0);
    }

    [TestMethod]
    public async Task Another_representation_than_json_is_refused()
    {
        await using var rig = await OneCRig.StartAsync();

        (await rig.SendAsync("POST", Goods + "?$format=json", "<entry/>", "application/atom+xml")).Code.Should().Be("3");
    }

    [TestMethod]
    public async Task Patch_changes_what_is_given_and_replaces_a_tabular_part_whole()
    {
        await using var rig = await OneCRig.StartAsync();
        var before = (await rig.SendAsync("GET", Order + "?$format=json")).Json;

        var patched = await rig.SendAsync("PATCH", Order + "?$format=json", """{"Комментарий": "Срочно", "Товары": [{"Количество": 1}, {"Количество": 2}]}""", headers: ("If-Match", "AAAAAAAAAAA="));

        patched.Status.Should().Be(200);
        ((string?)patched.Json["Number"], (string?)patched.Json["Комментарий"]).Should().Be(("ЦБ-000015 ", "Срочно"));
        patched.Json["Товары"]!.AsArray().Select(row => (string?)row!["LineNumber"]).Should().Equal("1", "2");
        ((string?)patched.Json["DataVersion"]).Should().NotBe((string?)before["DataVersion"]);
    }

    [TestMethod]
    public async Task Put_empties_what_is_not_given()
    {
        await using var rig = await OneCRig.StartAsync();

        var put = await rig.SendAsync("PUT", $"{Goods}(guid'{TradeObjects.Good}')?$format=json", """{"Description": "Чай"}""");

        ((string?)put.Json["Description"], (string?)put.Json["Артикул"], (decimal?)put.Json["Цена"]).Should().Be(("Чай", "", 0m));
        put.Json["Штрихкоды"]!.AsArray().Should().BeEmpty();
    }

    [TestMethod]
    public async Task Delete_is_physical()
    {
        await using var rig = await OneCRig.StartAsync();

        (await rig.SendAsync("DELETE", $"{Goods}(guid'{TradeObjects.Good}')", "")).Status.Should().Be(204);

        (await rig.GetAsync($"Catalog_Товары(guid'{TradeObjects.Good}')")).Code.Should().Be("9");
    }

    [TestMethod]
    public async Task Documents_are_posted_and_unposted()
    {
        await using var rig = await OneCRig.StartAsync();

        (await rig.SendAsync("POST", Order + "/Unpost", "")).Status.Should().Be(200);
        var unposted = (bool?)(await rig.SendAsync("GET", Order + "?$format=json")).Json["Posted"];
        (await rig.SendAsync("POST", Order + "/Post?PostingModeOperational=false", "")).Status.Should().Be(200);
        var posted = (bool?)(await rig.SendAsync("GET", Order + "?$format=json")).Json["Posted"];

        (unposted, posted).Should().Be((false, true));
        rig.Base.Effects.All.Should().Equal("Unpost Document_ЗаказКлиента", "Post Document_ЗаказКлиента");
    }

    [TestMethod]
    public async Task Data_load_mode_leaves_out_checks_and_is_not_for_everything()
    {
        await using var rig = await OneCRig.StartAsync();
        var mode = ("1C_OData-DataLoadMode", "true");

        var loaded = await rig.SendAsync("POST", Goods + "?$format=json", """{"Code": "77"}""", headers: mode);
        var refused = await rig.SendAsync("POST", "odata/standard.odata/Catalog_Большой?$format=json", "{}", headers: mode);

        (loaded.Status, refused.Code).Should().Be((201, "17"));
        rig.Base.Effects.All.Should().Equal("Загружен Catalog_Товары");
    }

    [TestMethod]
    public async Task A_register_row_is_written_once_under_its_composite_key()
    {
        await using var rig = await OneCRig.StartAsync();
        const string Row = """{"Period": "2026-05-01T00:00:00", "Валюта_Key": "d0000000-0000-4000-8000-000000000840", "Курс": 81.5, "Кратность": 1}""";

        var first = await rig.SendAsync("POST", "odata/standard.odata/InformationRegister_КурсыВалют?$format=json", Row);
        var second = await rig.SendAsync("POST", "odata/standard.odata/InformationRegister_КурсыВалют?$format=json", Row);

        (first.Status, second.Code).Should().Be((201, "15"));
    }

    [TestMethod]
    [DataRow("guid'e0000000-0000-4000-8000-000000000001'")]
    [DataRow("ExchangePlan_Обмен(guid'e0000000-0000-4000-8000-000000000001')")]
    [DataRow("ExchangePlan_Обмен(guid''e0000000-0000-4000-8000-000000000001'')")]
    [DataRow("http://host/trade/odata/standard.odata/ExchangePlan_Обмен(guid'e0000000-0000-4000-8000-000000000001')")]
    public async Task Changes_come_until_their_receipt_is_told(string node)
    {
        await using var rig = await OneCRig.StartAsync();
        await rig.SendAsync("POST", $"odata/standard.odata/NotifyChangesReceived?DataExchangePoint='{node}'&MessageNo=0", "");
        var point = $"DataExchangePoint='{Uri.EscapeDataString(node)}'&MessageNo";

        var all = await rig.SendAsync("POST", $"odata/standard.odata/SelectChanges?{point}=1", "");
        var again = await rig.SendAsync("POST", $"odata/standard.odata/SelectChanges?{point}=2", "");
        var told = await rig.SendAsync("POST", $"odata/standard.odata/NotifyChangesReceived?{point}=2", "");
        await rig.SendAsync("PATCH", Order + "?$format=json", """{"Комментарий": "Новое"}""");
        var later = await rig.SendAsync("POST", $"odata/standard.odata/SelectChanges?{point}=3", "");

        (all.Rows.Count, again.Rows.Count, told.Status).Should().Be((11, 11, 200));
        later.Rows.Select(row => (string?)row["Ref_Key"]).Should().Equal(TradeObjects.Order.ToString());
    }
}
