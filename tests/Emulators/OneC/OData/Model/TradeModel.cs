namespace Emulators.OneC;

/// <summary>The objects of the invented base: a small trade.</summary>
public static class TradeModel
{
    /// <summary>Enumerations and their members.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Enums { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["Enum_ВидыТоваров"] = ["Штучный", "Весовой"],
        ["Enum_Приоритеты"] = ["Низкий", "Высокий"],
    };

    /// <summary>Every published object.</summary>
    public static IReadOnlyList<ODataSet> Sets { get; } =
    [
        Catalog("Catalog_Товары", Fields.Flag("IsFolder"), Fields.Reference("Parent", "Catalog_Товары"), Fields.Text("Артикул"), Fields.Fraction("Цена"),
            Fields.Fraction("Вес"), Fields.Int64("Остаток"), new ODataField("Упаковка", FieldKind.Int16), Fields.Int32("СрокХранения"), Fields.Reference("Поставщик", "Catalog_Контрагенты"),
            Fields.Enum("ВидТовара", "Enum_ВидыТоваров"), Fields.Date("ДатаПоступления"), Fields.Composite("Ответственный"), Fields.Storage("Картинка"), Fields.Storage("Настройка")) with
        {
            Tables = new Dictionary<string, IReadOnlyList<ODataField>> { ["Штрихкоды"] = [Fields.Line, Fields.Text("Штрихкод"), Fields.Int32("Количество")] },
        },
        Catalog("Catalog_Контрагенты", Fields.Text("ИНН")),
        Catalog("Catalog_Партнеры"),
        Catalog("Catalog_Склады"),
        Catalog("Catalog_Валюты"),
        Catalog("Catalog_Закрытый"),
        Catalog("Catalog_Большой", Fields.Fraction("Цена"), Fields.Int64("Остаток"), Fields.Date("ДатаПоступления"), Fields.Reference("Поставщик", "Catalog_Контрагенты")) with { ReadOnly = true },
        Document("Document_ЗаказКлиента", Fields.Reference("Партнер", "Catalog_Партнеры"), Fields.Date("ДатаОтгрузки"), Fields.Enum("Приоритет", "Enum_Приоритеты"),
            Fields.Composite("Основание"), Fields.Composite("Примечание"), Fields.Text("Комментарий")) with { Tables = Goods },
        Document("Document_КоммерческоеПредложение", Fields.Reference("Партнер", "Catalog_Партнеры")) with { Tables = Goods },
        Document("Document_Накладная", Fields.Reference("Склад", "Catalog_Склады"), Fields.Reference("Контрагент", "Catalog_Контрагенты")) with { Tables = Goods },
        new("DocumentJournal_Продажи", ["Ref", "Ref_Type"], [Fields.Composite("Ref"), Fields.Date("Date"), Fields.Text("Number"), Fields.Flag("Posted"), Fields.Flag("DeletionMark")]) { ReadOnly = true },
        new("Constant_ВалютаУчета", ["Ref_Key"], [new("Ref_Key", FieldKind.Uuid) { ReadOnly = true }, Fields.Reference("Value", "Catalog_Валюты")]),
        new("Constant_НазваниеОрганизации", ["Ref_Key"], [new("Ref_Key", FieldKind.Uuid) { ReadOnly = true }, Fields.Text("Value")]),
        Catalog("ExchangePlan_Обмен", Fields.Int64("SentNo"), Fields.Int64("ReceivedNo"), Fields.Flag("ThisNode")),
        Registers.Rates,
        Registers.Prices,
        Registers.Stock,
    ];

    /// <summary>The set of a name, or null.</summary>
    public static ODataSet? Find(string name) => Sets.FirstOrDefault(set => set.Name == name);

    internal static IReadOnlyDictionary<string, IReadOnlyList<ODataField>> Goods => new Dictionary<string, IReadOnlyList<ODataField>>
    {
        ["Товары"] = [Fields.Line, Fields.Reference("Номенклатура", "Catalog_Товары"), Fields.Fraction("Количество"), Fields.Fraction("Цена")],
    };

    private static ODataSet Catalog(string name, params ODataField[] fields) => new(name, ["Ref_Key"], [.. Fields.CatalogObject, .. fields]);

    private static ODataSet Document(string name, params ODataField[] fields) => new(name, ["Ref_Key"], [.. Fields.DocumentObject, .. fields]);
}
