namespace Emulators.OneC;

/// <summary>Registers of a fresh base.</summary>
internal static class TradeRegisters
{
    public static void Fill(ODataStore store)
    {
        Rate(store, TradeObjects.Day(1, 1), TradeObjects.Dollar, 78.2312m);
        Rate(store, TradeObjects.Day(3, 1), TradeObjects.Dollar, 77.5m);
        Rate(store, TradeObjects.Day(4, 1), TradeObjects.Dollar, 80.01m);
        Rate(store, TradeObjects.Day(1, 1), TradeObjects.Rouble, 1m);
        store.Add("InformationRegister_Цены", new ODataRow { ["Recorder_Key"] = TradeObjects.Invoice, ["RecordSet"] = new List<ODataRow> { Price(1, 1, 118m), Price(2, 2, 970m) } });
        store.Add("AccumulationRegister_ТоварыНаСкладах", new ODataRow
        {
            ["Recorder"] = TradeObjects.Invoice.ToString(), ["Recorder_Type"] = "StandardODATA.Document_Накладная",
            ["RecordSet"] = new List<ODataRow> { Movement(1, 1, "Receipt", TradeObjects.Day(2, 25, 12), 50m), Movement(2, 2, "Receipt", TradeObjects.Day(2, 25, 12), 12.5m), Movement(3, 1, "Expense", TradeObjects.Day(3, 5), 8.25m) },
        });
    }

    private static void Rate(ODataStore store, DateTime period, Guid currency, decimal rate) =>
        store.Add("InformationRegister_КурсыВалют", new ODataRow { ["Period"] = period, ["Валюта_Key"] = currency, ["Курс"] = rate, ["Кратность"] = 1L });

    private static ODataRow Price(int line, int good, decimal price) => new()
    {
        ["Period"] = TradeObjects.Day(2, 25, 12), ["Recorder_Key"] = TradeObjects.Invoice, ["LineNumber"] = (long)line, ["Active"] = true, ["Товар_Key"] = TradeObjects.GoodAt(good), ["Цена"] = price,
    };

    private static ODataRow Movement(int line, int good, string kind, DateTime period, decimal quantity) => new()
    {
        ["Recorder"] = TradeObjects.Invoice.ToString(), ["Recorder_Type"] = "StandardODATA.Document_Накладная", ["Period"] = period, ["LineNumber"] = (long)line, ["Active"] = true,
        ["RecordType"] = kind, ["Товар_Key"] = TradeObjects.GoodAt(good), ["Склад_Key"] = TradeObjects.Warehouse, ["Количество"] = quantity,
    };
}
