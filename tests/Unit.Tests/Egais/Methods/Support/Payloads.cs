using Cleverence.Connectivity;
using Emulators.Utm;

namespace Unit.Tests.Egais.Methods;

/// <summary>What callers save.</summary>
internal static class Payloads
{
    public static ConnectorRecord Waybill(Batch batch, UtmProduct product, IReadOnlyList<string> marks) => new()
    {
        ["type"] = "WBInvoiceFromMe", ["number"] = "УТ-15", ["date"] = "2026-02-02", ["shippingDate"] = "2026-02-02",
        ["shipper"] = Organisation(EgaisRig.A), ["consignee"] = Organisation(EgaisRig.B),
        ["transport"] = new ConnectorRecord { ["tranType"] = "413", ["regNumber"] = "А001АА77" },
        ["positions"] = new List<object?>
        {
            new ConnectorRecord
            {
                ["identity"] = "1", ["product"] = Product(product), ["quantity"] = (long)marks.Count, ["price"] = 412.50m, ["faRegId"] = batch.F1, ["f2RegId"] = batch.F2,
                ["boxes"] = new List<object?> { new ConnectorRecord { ["number"] = $"{EgaisRig.A}000042", ["marks"] = marks.ToList<object?>() } },
            },
        },
    };

    public static ConnectorRecord Organisation(string fsrarId) => new()
    {
        ["form"] = "UL", ["clientRegId"] = fsrarId, ["fullName"] = $"ООО «Пример {fsrarId[^3..]}»", ["inn"] = $"77{fsrarId[^8..]}", ["kpp"] = "770001001", ["country"] = "643", ["regionCode"] = "77", ["address"] = "Москва",
    };

    public static ConnectorRecord Product(UtmProduct product) => new()
    {
        ["alcCode"] = product.AlcCode, ["fullName"] = product.Name, ["capacity"] = 0.5m, ["alcVolume"] = 40m, ["producer"] = Organisation(product.Producer), ["productVCode"] = "200",
    };

    public static ConnectorRecord WriteOff(Batch batch, int quantity, IReadOnlyList<string> marks) => new()
    {
        ["number"] = "С-7", ["date"] = "2026-02-04", ["type"] = "Порча", ["register"] = 1L,
        ["positions"] = new List<object?> { new ConnectorRecord { ["identity"] = "1", ["quantity"] = (long)quantity, ["f2RegId"] = batch.F2, ["marks"] = marks.ToList<object?>() } },
    };
}
