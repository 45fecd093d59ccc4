using System.Xml.Linq;
using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>A retail cheque: ChequeV4 and ChequeV3. It is posted at once and never queued.</summary>
internal static class ChequeXml
{
    private const int LongestCounter = 10;

    public static XElement Of(DocumentFormat format, BuildOrder order, List<BuildProblem> problems)
    {
        var (b, fields, checks) = (format.Body, new PayloadFields(order.Document?.Payload ?? order.Extra, "", problems), new OutgoingChecks(problems));
        var rows = fields.Rows("content", "Позиции", "Товары");
        if (rows.Count == 0) checks.Add("content", "holds no position", "нет ни одной позиции");
        var identity = order.Identity ?? fields.Text("identity", "Идентификатор");
        checks.OptionalText("identity", identity, 50);
        return new XElement(
            format.Name,
            EgaisXml.Optional(b + "Identity", identity),
            fields.Text("billNumber", "НомерНакладной") is { } bill ? WaybillHeader(b, fields, bill, order, checks) : Header(b, fields, order, checks),
            new XElement(b + "Content", rows.Select(row => Row(format, row, checks))));
    }

    /// <summary>The address of a cheque: UTMs take cheques of V4 under the name of V3 too, hence a setting.</summary>
    public static string UrlOf(EgaisFormats formats) => formats.ChequeType.Length == 0 ? "xml" : $"xml?type={formats.ChequeType}";

    private static XElement Header(XNamespace b, PayloadFields fields, BuildOrder order, OutgoingChecks checks)
    {
        var (kassa, shift, number, confirm) = (fields.Text("kassa", "Касса"), fields.Text("shift", "Смена"), fields.Text("number", "Номер"), fields.Text("confirmOrder", "ПодтверждениеЗаказа"));
        checks.Id("kassa", kassa);
        Counter(checks, "shift", shift);
        Counter(checks, "number", number);
        checks.OptionalText("confirmOrder", confirm, 50);
        return new XElement(
            b + "Header",
            new XElement(b + "Date", EgaisXml.Text(fields.Moment("date", "Дата") ?? order.Now)),
            new XElement(b + "Kassa", kassa),
            new XElement(b + "Shift", shift),
            new XElement(b + "Number", number),
            new XElement(b + "Type", Type(fields, checks)),
            EgaisXml.Optional(b + "ConfirmOrder", confirm));
    }

    private static XElement WaybillHeader(XNamespace b, PayloadFields fields, string bill, BuildOrder order, OutgoingChecks checks)
    {
        var ttn = fields.Text("ttnNumber", "НомерТТН");
        checks.Id("billNumber", bill);
        checks.Id("ttnNumber", ttn);
        return new XElement(
            b + "HeaderTTN",
            new XElement(b + "Date", EgaisXml.Text(fields.Date("date", "Дата") ?? DateOnly.FromDateTime(order.Now))),
            new XElement(b + "BillNumber", bill),
            new XElement(b + "TTNNumber", ttn),
            new XElement(b + "Type", Type(fields, checks)));
    }

    private static string Type(PayloadFields fields, OutgoingChecks checks)
    {
        var type = fields.Text("type", "Вид", "ТипЧека") ?? "Продажа";
        checks.OneOf("type", type, "Продажа", "Возврат");
        return type;
    }

    private static XElement Row(DocumentFormat format, PayloadFields row, OutgoingChecks checks)
    {
        var b = format.Body;
        var (barcode, ean, price, volume) = (row.Text("barcode", "Марка"), row.Text("ean", "ШтрихкодEAN"), row.Number("price", "Цена"), row.Number("volume", "ОбъемМл"));
        checks.Digits(row.PathOf("ean"), ean, 8, 12, 13, 14);
        if (price is null) checks.Missing(row.PathOf("price"));
        if (barcode is null) return Nomark(b, row, ean, price, checks);
        if (!OutgoingChecks.IsExcise(barcode) && !MarkPattern.IsBeer(barcode)) checks.Add(row.PathOf("barcode"), "is not a mark", "не марка");
        if (volume is null && ean is null) checks.Missing(row.PathOf("ean"));
        if (volume is null) return new XElement(b + "Bottle", new XElement(b + "Barcode", barcode), EgaisXml.Optional(b + "EAN", ean), EgaisXml.Optional(b + "Price", price));
        checks.Positive(row.PathOf("volume"), volume);
        if (format.Generation < 4) checks.Add(row.PathOf("volume"), "has no place in the format V3", "нет в формате V3");
        return new XElement(b + "Catering", new XElement(b + "Barcode", barcode), EgaisXml.Optional(b + "EAN", ean), EgaisXml.Optional(b + "Price", price), EgaisXml.Optional(b + "Volume", volume));
    }

    private static XElement Nomark(XNamespace b, PayloadFields row, string? ean, decimal? price, OutgoingChecks checks)
    {
        var (identity, quantity) = (row.Text("posIdentity", "Идентификатор"), row.Number("quantity", "Количество"));
        var product = row.Child("product", "Продукция") is { } found ? ProductRecords.Read(found) : null;
        checks.Id(row.PathOf("posIdentity"), identity);
        checks.Positive(row.PathOf("quantity"), quantity);
        if (ean is null) checks.Missing(row.PathOf("ean"));
        if (product is null) checks.Missing(row.PathOf("product"));
        else checks.Product(row.PathOf("product"), product);
        return new XElement(b + "Nomark", new XElement(b + "PosIdentity", identity), product is null ? null : ParticipantXml.Of(b + "Product", product), EgaisXml.Optional(b + "Quantity", quantity), EgaisXml.Optional(b + "EAN", ean), EgaisXml.Optional(b + "Price", price));
    }

    private static void Counter(OutgoingChecks checks, string path, string? value)
    {
        var isGood = value is { Length: >= 1 and <= LongestCounter } && value[0] != '0' && value.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
        if (!isGood) checks.Add(path, $"must be 1 to {LongestCounter} digits without a leading zero", $"должно быть от 1 до {LongestCounter} цифр без нуля впереди");
    }
}
