using Cleverence.Connectivity;
using Connectors.Egais;

namespace Unit.Tests.Egais.Outgoing.Support;

/// <summary>Payloads that may be sent, made up; each call makes a new one, which a test may spoil.</summary>
internal static class Payloads
{
    public const string Own = "030000123456";
    private const string Signature = "MADEUPSIGNATURE0123456789";

    public static string Mark(int number) => $"136200{number:D8}0725001{string.Concat(Enumerable.Repeat(Signature, 6))[..129]}";

    public static ConnectorRecord Organisation(string fsrarId = "030000654321") => new()
    {
        ["form"] = "UL", ["clientRegId"] = fsrarId, ["fullName"] = "Общество \"Пример & Ко\"", ["shortName"] = "Пример", ["inn"] = "7700000001", ["kpp"] = "770001001",
        ["country"] = "643", ["regionCode"] = "77", ["address"] = "Москва, Примерная ул., 1",
    };

    public static ConnectorRecord Product(string alcCode = "0123456789012345678") => new()
    {
        ["alcCode"] = alcCode, ["fullName"] = "Водка \"Пример\"", ["shortName"] = "Водка", ["capacity"] = 0.5m, ["alcVolume"] = 40m, ["producer"] = Organisation(), ["productVCode"] = "200",
    };

    public static ConnectorRecord Waybill() => new()
    {
        ["type"] = "WBInvoiceFromMe", ["number"] = "15", ["date"] = "2026-02-02", ["shippingDate"] = "2026-02-03",
        ["shipper"] = Organisation(Own), ["consignee"] = Organisation(),
        ["transport"] = new ConnectorRecord { ["tranType"] = "413", ["company"] = "Перевозчик", ["regNumber"] = "А001АА77", ["driver"] = "Водитель" },
        ["base"] = "Договор 1", ["note"] = "Осторожно, стекло",
        ["positions"] = new List<object?>
        {
            new ConnectorRecord
            {
                ["identity"] = "1", ["product"] = Product(), ["quantity"] = 3m, ["price"] = 412.50m, ["party"] = "П-1", ["ean13"] = "4600000000008", ["faRegId"] = "FA-000000900000001", ["f2RegId"] = "FB-000000900000001",
                ["boxes"] = new List<object?>
                {
                    new ConnectorRecord { ["number"] = Box(1), ["marks"] = MarkList(1, 2) },
                    new ConnectorRecord { ["number"] = Box(2), ["marks"] = MarkList(3) },
                },
                ["trees"] = new List<object?> { new ConnectorRecord { ["number"] = Box(9), ["inner"] = new List<object?> { Inner(1), Inner(2) } } },
            },
            new ConnectorRecord { ["identity"] = "2", ["product"] = Product("0123456789012345679"), ["quantity"] = 12L, ["price"] = 99L, ["faRegId"] = "FA-000000900000002", ["f2RegId"] = "FB-000000900000002" },
        },
    };

    /// <summary>The waybill as its consignee keeps it: with the F2 of its registration.</summary>
    public static ConnectorRecord Received()
    {
        var waybill = WaybillRecords.Read(Waybill(), []);
        return WaybillRecords.Of(waybill with { Positions = [.. waybill.Positions.Select((position, at) => position with { OwnF2RegId = $"FB-{100 + at:D15}" })] });
    }

    public static ConnectorRecord Act(string type, params object?[] positions) => new() { ["number"] = "С-7", ["date"] = "2026-02-04", ["type"] = type, ["note"] = "По итогам проверки", ["positions"] = positions.ToList() };

    public static ConnectorRecord Line(string identity, params (string Name, object? Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Prepend(KeyValuePair.Create<string, object?>("identity", identity)));

    public static ConnectorRecord Origin() => new() { ["quantity"] = 24m, ["bottlingDate"] = "2025-06-01", ["ttnNumber"] = "Т-1", ["ttnDate"] = "2025-07-01", ["fixNumber"] = "000123", ["fixDate"] = "2025-06-02" };

    public static string Box(int number) => $"{Own}{number:D6}";

    public static List<object?> MarkList(params int[] numbers) => [.. numbers.Select(Mark)];

    private static ConnectorRecord Inner(int number) => new() { ["number"] = Box(number), ["inner"] = new List<object?>() };
}
