namespace Emulators.OneC;

/// <summary>Documents of a fresh base and the journal over them.</summary>
internal static class TradeDocuments
{
    public static void Fill(ODataStore store)
    {
        store.Add("Document_КоммерческоеПредложение", With(Document(TradeObjects.Offer, "ЦБ-000003 ", TradeObjects.Day(2, 20), true), ("Партнер_Key", TradeObjects.Partner), ("Товары", Rows(1))));
        store.Add("Document_ЗаказКлиента", Order(TradeObjects.Order, "ЦБ-000015 ", Guid.Empty, "", Rows(1)));
        store.Add("Document_ЗаказКлиента", Order(TradeObjects.LongOrder, "ЦБ-000016 ", TradeObjects.Partner, "Длинный", Rows(12)));
        store.Add("Document_ЗаказКлиента", Order(TradeObjects.RefusedOrder, "ЦБ-000017 ", TradeObjects.Partner, Posting.RefusedComment, Rows(2)));
        store.Add("Document_Накладная", With(Document(TradeObjects.Invoice, "ЦБ-000001 ", TradeObjects.Day(2, 25, 12), true),
            ("Склад_Key", TradeObjects.Warehouse), ("Контрагент_Key", TradeObjects.Supplier), ("Товары", Rows(2))));
        Journal(store, "Document_ЗаказКлиента");
        Journal(store, "Document_Накладная");
    }

    // Rows travel in the order of the database, which is not always that of their numbers.
    private static List<ODataRow> Rows(int count) => [.. Enumerable.Range(1, count).OrderBy(number => number * 7 % 13).Select(number => new ODataRow
    {
        ["LineNumber"] = (long)number, ["Номенклатура_Key"] = TradeObjects.GoodAt((number - 1) % 6 + 1), ["Количество"] = number + 1.5m, ["Цена"] = number * 100m,
    })];

    private static ODataRow Order(Guid key, string number, Guid partner, string comment, List<ODataRow> rows)
    {
        var isFirst = key == TradeObjects.Order;
        return With(Document(key, number, TradeObjects.Day(3, 2, 9, 15), isFirst), ("Партнер_Key", partner), ("ДатаОтгрузки", isFirst ? DateTime.MinValue : TradeObjects.Day(3, 9)),
            ("Приоритет", isFirst ? "" : "Высокий"), ("Основание", isFirst ? TradeObjects.Offer.ToString() : TradeObjects.Partner.ToString()),
            ("Основание_Type", isFirst ? "StandardODATA.Document_КоммерческоеПредложение" : "StandardODATA.Catalog_Партнеры"),
            ("Примечание", isFirst ? "" : "12.5"), ("Примечание_Type", isFirst ? "StandardODATA.Undefined" : "Edm.Double"), ("Комментарий", comment), ("Товары", rows));
    }

    private static ODataRow Document(Guid key, string number, DateTime date, bool posted) =>
        new() { ["Ref_Key"] = key, ["DeletionMark"] = false, ["Number"] = number, ["Date"] = date, ["Posted"] = posted };

    private static ODataRow With(ODataRow row, params (string Name, object? Value)[] more)
    {
        foreach (var (name, value) in more) row[name] = value;
        return row;
    }

    private static void Journal(ODataStore store, string set)
    {
        foreach (var document in store.Rows(set))
        {
            store.Add("DocumentJournal_Продажи", new ODataRow
            {
                ["Ref"] = document.Ref.ToString(), ["Ref_Type"] = "StandardODATA." + set, ["Date"] = document["Date"], ["Number"] = document["Number"], ["Posted"] = document["Posted"], ["DeletionMark"] = false,
            });
        }
    }
}
