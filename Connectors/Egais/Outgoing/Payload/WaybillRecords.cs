using System.Globalization;
using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>Waybills as callers write them and as they are kept: in both directions.</summary>
internal static class WaybillRecords
{
    private const string DateFormat = "yyyy-MM-dd";

    public static ConnectorRecord Of(Waybill waybill) => new()
    {
        ["identity"] = waybill.Identity,
        ["type"] = waybill.Type,
        ["number"] = waybill.Number,
        ["date"] = Day(waybill.Date),
        ["shippingDate"] = Day(waybill.ShippingDate),
        ["shipper"] = waybill.Shipper is { } shipper ? OrganisationRecords.Of(shipper) : null,
        ["consignee"] = waybill.Consignee is { } consignee ? OrganisationRecords.Of(consignee) : null,
        ["transport"] = waybill.Transport is { } transport ? TransportRecords.Of(transport) : null,
        ["base"] = waybill.Base,
        ["note"] = waybill.Note,
        ["varFields"] = waybill.VarFields.ToList<object?>(),
        ["positions"] = waybill.Positions.Select(Of).ToList<object?>(),
    };

    /// <summary>Reads a waybill as far as it can be read; whether it may be sent is the matter of <see cref="WaybillCheck"/>.</summary>
    public static Waybill Read(ConnectorRecord record, List<BuildProblem> problems)
    {
        var fields = new PayloadFields(record, "", problems);
        var date = fields.Date("date", "Дата") ?? default;
        return new Waybill(fields.Text("type", "Вид", "ТипНакладной") ?? "", fields.Text("number", "Номер") ?? "", date, fields.Date("shippingDate", "ДатаОтгрузки") ?? date)
        {
            Identity = fields.Text("identity", "Идентификатор"),
            Shipper = fields.Child("shipper", "Грузоотправитель") is { } shipper ? OrganisationRecords.Read(shipper) : null,
            Consignee = fields.Child("consignee", "Грузополучатель") is { } consignee ? OrganisationRecords.Read(consignee) : null,
            Transport = fields.Child("transport", "Транспорт") is { } transport ? TransportRecords.Read(transport) : null,
            Base = fields.Text("base", "Основание"),
            Note = fields.Text("note", "Примечание", "Комментарий"),
            VarFields = fields.Texts("varFields", "ДополнительныеПоля"),
            Positions = [.. fields.Rows("positions", "Позиции", "Товары").Select(ReadPosition)],
        };
    }

    private static ConnectorRecord Of(WaybillPosition position) => new()
    {
        ["identity"] = position.Identity,
        ["product"] = ProductRecords.Of(position.Product),
        ["quantity"] = position.Quantity,
        ["packId"] = position.PackId,
        ["alcPercent"] = position.AlcPercent,
        ["alcPercentMin"] = position.AlcPercentMin,
        ["alcPercentMax"] = position.AlcPercentMax,
        ["price"] = position.Price,
        ["party"] = position.Party,
        ["exciseNumber"] = position.ExciseNumber,
        ["exciseDate"] = position.ExciseDate is { } excise ? Day(excise) : null,
        ["exciseSum"] = position.ExciseSum,
        ["exciseBase"] = position.ExciseBase,
        ["ean13"] = position.Ean13,
        ["faRegId"] = position.FaRegId,
        ["f2RegId"] = position.F2RegId,
        ["ownF2RegId"] = position.OwnF2RegId,
        ["bottlingDate"] = position.BottlingDate is { } bottled ? Day(bottled) : null,
        ["boxes"] = position.Boxes.Select(MarkRecords.Of).ToList<object?>(),
        ["trees"] = position.Trees.Select(MarkRecords.Of).ToList<object?>(),
    };

    private static WaybillPosition ReadPosition(PayloadFields fields) => new(
        fields.Text("identity", "Идентификатор", "НомерСтроки") ?? "",
        fields.Child("product", "АлкогольнаяПродукция", "Продукция") is { } product ? ProductRecords.Read(product) : new Product(""),
        fields.Number("quantity", "Количество") ?? 0)
    {
        PackId = fields.Text("packId", "НомерУпаковки"),
        AlcPercent = fields.Number("alcPercent", "КрепостьФактическая"),
        AlcPercentMin = fields.Number("alcPercentMin", "КрепостьМинимальная"),
        AlcPercentMax = fields.Number("alcPercentMax", "КрепостьМаксимальная"),
        Price = fields.Number("price", "Цена") ?? 0,
        Party = fields.Text("party", "НомерПартии"),
        ExciseNumber = fields.Text("exciseNumber"),
        ExciseDate = fields.Date("exciseDate"),
        ExciseSum = fields.Number("exciseSum"),
        ExciseBase = fields.Number("exciseBase"),
        Ean13 = fields.Text("ean13", "ШтрихкодEAN"),
        FaRegId = fields.Text("faRegId", "Справка1", "СправкаА") ?? "",
        F2RegId = fields.Text("f2RegId", "Справка2", "СправкаБ") ?? "",
        OwnF2RegId = fields.Text("ownF2RegId"),
        BottlingDate = fields.Date("bottlingDate", "ДатаРозлива"),
        Boxes = MarkRecords.ReadBoxes(fields),
        Trees = MarkRecords.ReadTrees(fields),
    };

    private static string Day(DateOnly day) => day.ToString(DateFormat, CultureInfo.InvariantCulture);
}
