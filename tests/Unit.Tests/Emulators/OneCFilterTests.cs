namespace Unit.Tests.Emulators;

[TestClass]
public sealed class OneCFilterTests
{
    [TestMethod]
    [DataRow("Код eq 'нет такого поля'", 0)]
    [DataRow("Code eq '00000000001'", 1)]
    [DataRow("Артикул eq 'П-''1'''", 1)]
    [DataRow("Цена gt 100", 2)]
    [DataRow("(Цена gt 100) and (Вес lt 1)", 1)]
    [DataRow("not (Цена gt 100)", 4)]
    [DataRow("Поставщик_Key eq guid'00000000-0000-0000-0000-000000000000'", 1)]
    [DataRow("Поставщик/Description eq 'ООО \"Ромашка\"'", 5)]
    [DataRow("ВидТовара eq 'Весовой'", 3)]
    [DataRow("ВидТовара eq ''", 1)]
    [DataRow("ДатаПоступления ge datetime'2026-02-15T00:00:00'", 2)]
    [DataRow("year(ДатаПоступления) eq 2026", 4)]
    [DataRow("month(ДатаПоступления) eq 2 and day(ДатаПоступления) eq 15", 1)]
    [DataRow("quarter(ДатаПоступления) eq 1 and year(ДатаПоступления) eq 2026", 4)]
    [DataRow("dayofweek(ДатаПоступления) eq 7 and hour(ДатаПоступления) eq 8", 1)]
    [DataRow("dateadd(ДатаПоступления,'day',1) eq datetime'2026-02-16T00:00:00'", 1)]
    [DataRow("datedifference(ДатаПоступления,datetime'2026-02-20T00:00:00','day') eq 5", 1)]
    [DataRow("startswith(Артикул,'С-')", 2)]
    [DataRow("endswith(Description,'100 г')", 1)]
    [DataRow("substringof('зерн',Description)", 1)]
    [DataRow("substring(Артикул,1,1) eq 'С'", 2)]
    [DataRow("concat(Артикул,'!') eq 'С-2!'", 1)]
    [DataRow("like(Description,'Сахар 100[%][_]%')", 1)]
    [DataRow("like(Артикул,'С-_')", 2)]
    [DataRow("round(Цена) eq 65", 1)]
    [DataRow("(Цена mul 2) eq 90", 1)]
    [DataRow("(Цена add 1) eq 46", 1)]
    [DataRow("(Цена sub 1) eq 44", 1)]
    [DataRow("(Цена div 2) eq 10", 1)]
    [DataRow("Остаток eq 9007199254740993", 1)]
    [DataRow("Остаток lt -1", 1)]
    [DataRow("IsFolder eq false", 6)]
    [DataRow("isof(Ответственный,'Catalog_Партнеры')", 1)]
    [DataRow("Ответственный eq cast(guid'9a000000-0000-4000-8000-000000000001','Catalog_Партнеры')", 1)]
    [DataRow("Ответственный eq guid'9a000000-0000-4000-8000-000000000001'", 0)]
    [DataRow("cast(Ответственный,'Catalog_Партнеры')/Description eq 'Торговый дом'", 1)]
    [DataRow("Штрихкоды/any(d: d/Штрихкод eq '4600000000027')", 1)]
    [DataRow("Штрихкоды/all(d: d/Количество eq 1)", 6)]
    [DataRow("Code eq '1' or Code eq '00000000001' and Цена gt 1000", 0)]
    public async Task The_filter_language_finds_what_it_says(string filter, int rows)
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await rig.GetAsync($"Catalog_Товары?$filter={Uri.EscapeDataString(filter)}");

        answer.Status.Should().Be(200, answer.Text);
        answer.Rows.Should().HaveCount(rows);
    }

    [TestMethod]
    [DataRow("Цена gt", "14")]
    [DataRow("Цена gt 'текст'", "14")]
    [DataRow("Code eq 1", "14")]
    [DataRow("Цена == 1", "14")]
    [DataRow("(Цена gt 1", "14")]
    [DataRow("Артикул eq 'незакрытая", "14")]
    [DataRow("Поставщик_Key eq guid'не-ссылка'", "14")]
    [DataRow("ДатаПоступления eq datetime'2026-03-01'", "14")]
    [DataRow("ДатаПоступления eq datetime'2026-03-01T00:00:00Z'", "14")]
    [DataRow("length(Артикул) eq 3", "21")]
    [DataRow("tolower(Артикул) eq 'с-1'", "21")]
    [DataRow("indexof(Артикул,'С') eq 0", "21")]
    [DataRow("startswith(Артикул)", "21")]
    public async Task The_filter_language_refuses_what_1C_does_not_know(string filter, string code)
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await rig.GetAsync($"Catalog_Товары?$filter={Uri.EscapeDataString(filter)}");

        answer.Code.Should().Be(code, answer.Text);
    }
}
