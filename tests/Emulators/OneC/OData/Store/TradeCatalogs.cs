using System.Globalization;

namespace Emulators.OneC;

/// <summary>Catalogues, constants and the exchange plan of a fresh base.</summary>
internal static class TradeCatalogs
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static void Fill(ODataStore store)
    {
        Add(store, "Catalog_Контрагенты", TradeObjects.Supplier, "000000001", "ООО \"Ромашка\"", ("ИНН", "7701234567"));
        Add(store, "Catalog_Контрагенты", Guid.Parse("a0000000-0000-4000-8000-000000000002"), "000000002", "ООО \"Ёж'ик\"", ("ИНН", "7707654321"));
        Add(store, "Catalog_Партнеры", TradeObjects.Partner, "000000001", "Торговый дом");
        Add(store, "Catalog_Склады", TradeObjects.Warehouse, "000000007", "Основной склад");
        Add(store, "Catalog_Валюты", TradeObjects.Rouble, "643", "руб.");
        Add(store, "Catalog_Валюты", TradeObjects.Dollar, "840", "USD");
        for (var number = 1; number <= 3; number++)
        {
            Add(store, "Catalog_Закрытый", new Guid($"f0000000-0000-4000-8000-{number:D12}"), number.ToString("D9", CultureInfo.InvariantCulture), $"Запись {number}").IsForbidden = number == 2;
        }

        Good(store, 1, "Чай черный, 100 г", "Ч-100", 120.5m, 0.1m, 40, "Штучный", TradeObjects.Day(2, 1, 8, 30));
        Good(store, 2, "Кофе в зернах", "К-1000", 990m, 1m, 12, "Весовой", TradeObjects.Day(2, 15));
        Good(store, 3, "Сахар 100%_чистый", "С-1", 64.99m, 1m, 9_007_199_254_740_993, "Весовой", TradeObjects.Day(3, 1, 10, 20));
        Good(store, 4, "Печенье 'Юбилейное'", "П-'1'", 45m, 0.112m, 0, "Штучный", DateTime.MinValue);
        Good(store, 5, "Пустой товар", "", 0m, 0m, 0, "", DateTime.MinValue);
        Good(store, 6, "Соль", "С-2", 20m, 1m, -5, "Весовой", TradeObjects.Day(1, 10));
        store.Add("Constant_ВалютаУчета", new ODataRow { ["Ref_Key"] = Guid.Empty, ["Value_Key"] = TradeObjects.Rouble });
        store.Add("Constant_НазваниеОрганизации", new ODataRow { ["Ref_Key"] = Guid.Empty, ["Value"] = "ООО \"Наша торговля\"" });
        Add(store, "ExchangePlan_Обмен", TradeObjects.Node, "001", "Терминалы", ("SentNo", 0L), ("ReceivedNo", 0L), ("ThisNode", false));
    }

    private static void Good(ODataStore store, int number, string name, string article, decimal price, decimal weight, long rest, string kind, DateTime arrived)
    {
        var isEmpty = number == 5;
        Add(store, "Catalog_Товары", TradeObjects.GoodAt(number), number.ToString("D11", CultureInfo.InvariantCulture), name,
            ("IsFolder", false), ("Parent_Key", Guid.Empty), ("Артикул", article), ("Цена", price), ("Вес", weight), ("Остаток", rest),
            ("Упаковка", isEmpty ? 0L : 10L), ("СрокХранения", isEmpty ? 0L : 365L), ("Поставщик_Key", isEmpty ? Guid.Empty : TradeObjects.Supplier), ("ВидТовара", kind), ("ДатаПоступления", arrived),
            ("Ответственный", number == 1 ? TradeObjects.Partner.ToString() : ""), ("Ответственный_Type", number == 1 ? "StandardODATA.Catalog_Партнеры" : "StandardODATA.Undefined"),
            ("Картинка_Base64Data", number == 1 ? Convert.ToBase64String(Picture) : ""), ("Картинка_Type", number == 1 ? "image/png" : ""),
            ("Настройка_Base64Data", number == 1 ? "AA==" : ""), ("Настройка_Type", number == 1 ? "unsupported" : ""),
            ("Штрихкоды", isEmpty ? [] : new List<ODataRow> { new() { ["LineNumber"] = 1L, ["Штрихкод"] = $"46000000000{number}7", ["Количество"] = 1L } }));
    }

    private static ODataRow Add(ODataStore store, string set, Guid key, string code, string name, params (string Name, object? Value)[] more)
    {
        var row = new ODataRow { ["Ref_Key"] = key, ["DeletionMark"] = false, ["Code"] = code, ["Description"] = name };
        foreach (var (property, value) in more) row[property] = value;
        return store.Add(set, row);
    }
}
