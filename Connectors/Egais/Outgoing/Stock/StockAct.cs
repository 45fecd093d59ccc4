namespace Connectors.Egais;

/// <summary>An act on stock, of any of the registers.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Date">Its date.</param>
internal sealed record StockAct(string? Number, DateOnly Date)
{
    /// <summary>The ground of a write-off or charge-on.</summary>
    public string? Type { get; init; }

    /// <summary>The registry's number of the write-off that a Пересортица charges on again.</summary>
    public string? ActWriteOff { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<StockPosition> Positions { get; init; } = [];

    /// <summary>Reads the act that a document holds.</summary>
    public static StockAct Read(BuildOrder order, List<BuildProblem> problems)
    {
        var fields = new PayloadFields(order.Document?.Payload ?? order.Extra, "", problems);
        return new StockAct(
            fields.Text("number", "Номер") ?? order.Document?.Number,
            fields.Date("date", "Дата") ?? order.Document?.Date ?? DateOnly.FromDateTime(order.Now))
        {
            Type = fields.Text("type", "Причина", "ВидАкта"),
            ActWriteOff = fields.Text("actWriteOff", "АктСписания"),
            Note = fields.Text("note", "Примечание", "Комментарий"),
            Positions = [.. fields.Rows("positions", "Позиции", "Товары").Select(Read)],
        };
    }

    private static StockPosition Read(PayloadFields fields, int at)
    {
        var marks = fields.Texts("marks", "Марки", "АкцизныеМарки");
        return new StockPosition(fields.Text("identity", "Идентификатор", "НомерСтроки") ?? EgaisXml.Text(at + 1m))
        {
            Product = fields.Child("product", "АлкогольнаяПродукция", "Продукция") is { } product ? ProductRecords.Read(product) : fields.Text("alcCode", "КодАП", "АлкКод") is { } code ? new Product(code) : null,
            Quantity = fields.Number("quantity", "Количество"),
            Volume = fields.Number("volume", "ОбъемМл"),
            SumSale = fields.Number("sumSale", "СуммаПродажи", "Сумма"),
            F1RegId = fields.Text("f1RegId", "Справка1", "СправкаА"),
            F2RegId = fields.Text("f2RegId", "Справка2", "СправкаБ"),
            AlcPercent = fields.Number("alcPercent", "КрепостьФактическая"),
            AlcPercentMin = fields.Number("alcPercentMin", "КрепостьМинимальная"),
            AlcPercentMax = fields.Number("alcPercentMax", "КрепостьМаксимальная"),
            Origin = fields.Child("origin", "Происхождение") is { } origin ? ReadOrigin(origin) : null,
            Marks = marks,
            IsBeer = MarkRecords.AreBeer(marks),
        };
    }

    private static StockOrigin ReadOrigin(PayloadFields fields) => new(fields.Number("quantity", "Количество"), fields.Date("bottlingDate", "ДатаРозлива"), fields.Text("ttnNumber", "НомерТТН"), fields.Date("ttnDate", "ДатаТТН"))
    {
        FixNumber = fields.Text("fixNumber", "НомерФиксации"),
        FixDate = fields.Date("fixDate", "ДатаФиксации"),
    };
}
