namespace Emulators.OneC;

/// <summary>Registers: an independent one, one written by documents, and one of balances.</summary>
internal static class Registers
{
    private static readonly IReadOnlyList<ODataField> RateFields =
        [Fields.Date("Period"), Fields.Reference("Валюта", "Catalog_Валюты"), Fields.Fraction("Курс"), Fields.Int32("Кратность")];

    private static readonly IReadOnlyList<ODataField> PriceFields =
        [Fields.Date("Period"), Fields.Reference("Recorder", "Document_Накладная"), Fields.Line, Fields.Flag("Active"), Fields.Reference("Товар", "Catalog_Товары"), Fields.Fraction("Цена")];

    private static readonly ODataField Goods = Fields.Reference("Товар", "Catalog_Товары"), Warehouse = Fields.Reference("Склад", "Catalog_Склады");

    public static ODataSet Rates { get; } = new("InformationRegister_КурсыВалют", ["Period", "Валюта_Key"], RateFields)
    {
        Virtual = new Dictionary<string, IReadOnlyList<ODataField>> { ["SliceLast"] = RateFields, ["SliceFirst"] = RateFields },
    };

    public static ODataSet Prices { get; } = new("InformationRegister_Цены", ["Recorder_Key"], [Fields.Reference("Recorder", "Document_Накладная")])
    {
        HasRecords = true,
        Tables = new Dictionary<string, IReadOnlyList<ODataField>> { ["RecordSet"] = PriceFields },
        Virtual = new Dictionary<string, IReadOnlyList<ODataField>> { ["SliceLast"] = PriceFields, ["SliceFirst"] = PriceFields },
    };

    public static ODataSet Stock { get; } = new("AccumulationRegister_ТоварыНаСкладах", ["Recorder", "Recorder_Type"], [Fields.Composite("Recorder")])
    {
        HasRecords = true,
        Tables = new Dictionary<string, IReadOnlyList<ODataField>>
        {
            ["RecordSet"] = [Fields.Composite("Recorder"), Fields.Date("Period"), Fields.Line, Fields.Flag("Active"), Fields.Text("RecordType"), Goods, Warehouse, Fields.Fraction("Количество")],
        },
        Virtual = new Dictionary<string, IReadOnlyList<ODataField>>
        {
            ["Balance"] = [Goods, Warehouse, Fields.Fraction("КоличествоBalance")],
            ["Turnovers"] = [Goods, Warehouse, Fields.Fraction("КоличествоTurnover"), Fields.Fraction("КоличествоReceipt"), Fields.Fraction("КоличествоExpense")],
            ["BalanceAndTurnovers"] =
            [
                Goods, Warehouse, Fields.Fraction("КоличествоOpeningBalance"), Fields.Fraction("КоличествоTurnover"),
                Fields.Fraction("КоличествоReceipt"), Fields.Fraction("КоличествоExpense"), Fields.Fraction("КоличествоClosingBalance"),
            ],
        },
    };
}
