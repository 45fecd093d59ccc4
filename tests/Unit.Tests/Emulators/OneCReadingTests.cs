using System.Globalization;
using Emulators.OneC;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class OneCReadingTests
{
    [TestMethod]
    [DataRow("Catalog_Нет", 404, "8")]
    [DataRow("Catalog_Товары(guid'c1a7e2aa-0000-4000-8000-0000000000ff')", 404, "9")]
    [DataRow("Catalog_Товары(guid'c1a7e2aa-0000-4000-8000-000000000001')/Нет", 404, "10")]
    [DataRow("Catalog_Товары/Balance()", 404, "11")]
    [DataRow("Catalog_Товары(Code='1')", 400, "6")]
    [DataRow("InformationRegister_КурсыВалют(Period=datetime'2026-01-01T00:00:00')", 400, "7")]
    [DataRow("Catalog_Товары?%2524filter=1", 400, "14")]
    [DataRow("Catalog_Товары?$top=-1", 400, "14")]
    [DataRow("Catalog_Товары?$orderby=Code up", 400, "14")]
    [DataRow("Catalog_Товары(guid'c1a7e2aa-0000-4000-8000-000000000001')?$expand=Поставщик", 501, "0")]
    [DataRow("Catalog_Товары?$expand=Штрихкоды", 501, "0")]
    [DataRow("Catalog_Товары(guid'c1a7e2aa-0000-4000-8000-000000000001')/Настройка/$value", 501, "0")]
    [DataRow("Catalog_Закрытый", 401, "20")]
    [DataRow("AccumulationRegister_ТоварыНаСкладах/Balance(Когда=datetime'2026-01-01T00:00:00')", 501, "21")]
    public async Task A_wrong_address_gets_its_code(string path, int status, string code)
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await rig.GetAsync(path);

        (answer.Status, answer.Code).Should().Be((status, code), answer.Text);
    }

    [TestMethod]
    public async Task An_order_comes_with_the_forms_of_1C()
    {
        await using var rig = await OneCRig.StartAsync();

        var order = (await rig.GetAsync($"Document_ЗаказКлиента(guid'{TradeObjects.Order}')")).Json;

        ((string?)order["odata.metadata"]).Should().EndWith("/trade/odata/standard.odata/$metadata#Document_ЗаказКлиента/@Element");
        ((string?)order["Number"]).Should().Be("ЦБ-000015 ");
        ((string?)order["Date"]).Should().Be("2026-03-02T09:15:00");
        ((string?)order["ДатаОтгрузки"]).Should().Be("0001-01-01T00:00:00");
        ((string?)order["Партнер_Key"]).Should().Be("00000000-0000-0000-0000-000000000000");
        ((string?)order["Основание_Type"]).Should().Be("StandardODATA.Document_КоммерческоеПредложение");
        ((string?)order["Примечание_Type"]).Should().Be("StandardODATA.Undefined");
        ((string?)order["Товары"]![0]!["LineNumber"]).Should().Be("1");
        ((decimal?)order["Товары"]![0]!["Количество"]).Should().Be(2.5m);
        ((string?)order["Партнер@navigationLinkUrl"]).Should().Be("Document_ЗаказКлиента(guid'9d2f3c1e-0000-4000-8000-00000000000a')/Партнер");
    }

    [TestMethod]
    public async Task Light_form_has_no_links_and_a_dollar_may_be_encoded()
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await rig.SendAsync("GET", "odata/standard.odata/Catalog_Товары?%24top=1&$format=application/json;odata=nometadata");

        answer.Json.AsObject().Select(pair => pair.Key).Should().Equal("value");
        answer.Rows.Single().AsObject().Select(pair => pair.Key).Should().NotContain(name => name.Contains('@', StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task Without_a_wish_for_json_the_answer_and_the_error_are_xml()
    {
        await using var rig = await OneCRig.StartAsync();

        var list = await rig.SendAsync("GET", "odata/standard.odata/Catalog_Товары");
        var error = await rig.SendAsync("GET", "odata/standard.odata/Catalog_Нет");

        (list.Status, list.Type).Should().Be((200, "application/atom+xml"));
        list.Text.Should().Contain("<d:LineNumber m:type=\"Edm.Int64\">1</d:LineNumber>");
        (error.Status, error.Type).Should().Be((404, "application/xml"));
        error.Text.Should().Contain("<m:code>8</m:code>");
    }

    [TestMethod]
    public async Task Count_begins_with_a_byte_order_mark_and_inlinecount_ignores_top()
    {
        await using var rig = await OneCRig.StartAsync();

        var count = await rig.GetAsync("Catalog_Товары/$count?$filter=Цена gt 100");
        var inline = await rig.GetAsync("Catalog_Товары?$inlinecount=allpages&$top=2&$skip=1");

        count.Bytes.Should().Equal(0xEF, 0xBB, 0xBF, (byte)'2');
        ((string?)inline.Json["odata.count"]).Should().Be("6");
        inline.Rows.Should().HaveCount(6);
    }

    [TestMethod]
    [DataRow(NextLinkForm.Absolute)]
    [DataRow(NextLinkForm.Relative)]
    public async Task Pages_are_chained_by_links(NextLinkForm form)
    {
        await using var rig = await OneCRig.StartAsync(new OneCOptions { PageSize = 4, NextLink = form });

        var first = await rig.GetAsync("Catalog_Товары?$orderby=Code desc&$top=5");
        var link = ((string)first.Json["odata.nextLink"]!).Replace($"{rig.Base.Address}/odata/standard.odata/", "", StringComparison.Ordinal);
        var second = await rig.SendAsync("GET", "odata/standard.odata/" + link);

        first.Rows.Select(row => (string?)row["Code"]).Should().Equal("00000000006", "00000000005", "00000000004", "00000000003");
        second.Rows.Select(row => (string?)row["Code"]).Should().Equal("00000000002");
        second.Json["odata.nextLink"].Should().BeNull();
    }

    [TestMethod]
    public async Task Selection_expansion_and_presentations_change_the_properties()
    {
        await using var rig = await OneCRig.StartAsync();

        var chosen = await rig.GetAsync("Catalog_Товары?$select=Code,Поставщик____Presentation&$top=1");
        var plain = await rig.GetAsync("Catalog_Товары?$select=**&$top=1");
        var expanded = await rig.GetAsync("Catalog_Товары?$expand=Поставщик&$top=5");
        var composite = await rig.GetAsync("Document_ЗаказКлиента?$expand=Основание/Document_КоммерческоеПредложение");

        chosen.Rows[0].AsObject().Select(pair => pair.Key).Should().Equal("Code", "Поставщик____Presentation");
        ((string?)chosen.Rows[0]["Поставщик____Presentation"]).Should().Be("ООО \"Ромашка\"");
        plain.Rows[0].AsObject().ContainsKey("Штрихкоды").Should().BeFalse();
        ((string?)expanded.Rows[0]["Поставщик"]!["ИНН"]).Should().Be("7701234567");
        expanded.Rows[4]["Поставщик"].Should().BeNull();
        composite.Rows.Select(row => (string?)row["Основание_Expanded"]?["Number"]).Should().Equal("ЦБ-000003 ", null, null);
    }

    [TestMethod]
    [DataRow("InformationRegister_КурсыВалют/SliceLast(Period=datetime'2026-03-15T00:00:00',Condition='Валюта_Key eq guid''d0000000-0000-4000-8000-000000000840''')", "Курс", "77.5")]
    [DataRow("InformationRegister_КурсыВалют/SliceFirst(Period=datetime'2026-03-15T00:00:00')", "Курс", "80.01")]
    [DataRow("InformationRegister_КурсыВалют/SliceLast()?Period=datetime'2026-02-01T00:00:00'&Condition=Валюта_Key eq guid'd0000000-0000-4000-8000-000000000840'", "", "14")]
    [DataRow("InformationRegister_Цены_RecordType/SliceLast(Condition='Цена gt 500')", "Цена", "970")]
    [DataRow("InformationRegister_КурсыВалют(Period=datetime'2026-03-01T00:00:00',Валюта_Key=guid'd0000000-0000-4000-8000-000000000840')", "Курс", "77.5")]
    [DataRow("AccumulationRegister_ТоварыНаСкладах/Balance(Condition='Товар_Key eq guid''c1a7e2aa-0000-4000-8000-000000000001''')", "КоличествоBalance", "41.75")]
    [DataRow("AccumulationRegister_ТоварыНаСкладах/Balance(Period=datetime'2026-03-01T00:00:00',Dimensions='Склад')", "КоличествоBalance", "62.5")]
    [DataRow("AccumulationRegister_ТоварыНаСкладах/Turnovers(StartPeriod=datetime'2026-03-01T00:00:00',EndPeriod=datetime'2026-03-31T00:00:00',Dimensions='Склад')", "КоличествоExpense", "8.25")]
    [DataRow("AccumulationRegister_ТоварыНаСкладах/BalanceAndTurnovers(StartPeriod=datetime'2026-03-01T00:00:00',Dimensions='Склад')", "КоличествоOpeningBalance", "62.5")]
    public async Task Registers_are_read_by_key_and_as_virtual_tables(string path, string property, string value)
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await rig.GetAsync(path);

        (answer.Code ?? ((answer.Json["value"] is { } list ? list[0] : answer.Json)![property]!.ToString())).Should().Be(value, answer.Text);
    }

    [TestMethod]
    [DataRow(VirtualTableForm.Query, "Balance(Period=datetime'2026-03-01T00:00:00')", "6")]
    [DataRow(VirtualTableForm.Query, "Balance()?Period=datetime'2026-01-01T00:00:00'", "0 rows")]
    [DataRow(VirtualTableForm.Parenthesis, "Balance()?Period=datetime'2026-01-01T00:00:00'", "2 rows")]
    [DataRow(VirtualTableForm.Parenthesis, "Balance(Period=datetime'2026-01-01T00:00:00')", "0 rows")]
    public async Task Platforms_differ_in_where_arguments_of_virtual_tables_stand(VirtualTableForm form, string path, string outcome)
    {
        await using var rig = await OneCRig.StartAsync(new OneCOptions { VirtualTables = form });

        var answer = await rig.GetAsync($"AccumulationRegister_ТоварыНаСкладах/{path}");

        (answer.Code ?? $"{answer.Rows.Count} rows").Should().Be(outcome);
    }

    [TestMethod]
    public async Task Rows_beyond_rights_are_left_out_only_when_asked()
    {
        await using var rig = await OneCRig.StartAsync();

        (await rig.GetAsync("Catalog_Закрытый?allowedOnly=true")).Rows.Should().HaveCount(2);
    }

    [TestMethod]
    public async Task Fifty_thousand_objects_come_in_one_list()
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await rig.GetAsync("Catalog_Большой?$select=Code,Остаток");

        answer.Rows.Should().HaveCount(50_000);
        ((string?)answer.Rows[^1]["Остаток"]).Should().Be((49_999 * 3).ToString(CultureInfo.InvariantCulture));
    }

    [TestMethod]
    public async Task Stored_bytes_come_with_their_type()
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await rig.GetAsync($"Catalog_Товары(guid'{TradeObjects.Good}')/Картинка/$value");

        (answer.Type, answer.Bytes.Length).Should().Be(("image/png", 8));
    }

    [TestMethod]
    public async Task Unpublished_objects_are_unknown()
    {
        await using var rig = await OneCRig.StartAsync(new OneCOptions { PublishedObjects = new HashSet<string>() });

        (await rig.GetAsync("")).Json["value"]!.AsArray().Should().BeEmpty();
        (await rig.GetAsync("Catalog_Товары")).Code.Should().Be("8");
    }

    [TestMethod]
    public async Task Metadata_describes_types_and_not_presentations()
    {
        await using var rig = await OneCRig.StartAsync();

        var text = (await rig.SendAsync("GET", "odata/standard.odata/$metadata")).Text;

        text.Should().Contain("Namespace=\"StandardODATA\"").And.Contain("<EntityType Name=\"Catalog_Товары\">").And.Contain("Name=\"Картинка\" Type=\"Edm.Stream\"")
            .And.Contain("Type=\"Collection(StandardODATA.Document_ЗаказКлиента_Товары_RowType)\"").And.Contain("<EnumType Name=\"Enum_ВидыТоваров\">")
            .And.Contain("<ComplexType Name=\"AccumulationRegister_ТоварыНаСкладах_Balance\">").And.NotContain("Presentation");
    }
}
