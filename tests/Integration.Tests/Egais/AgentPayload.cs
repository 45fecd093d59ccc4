using Emulators.Utm;

namespace Integration.Tests.Egais;

/// <summary>The waybill that A saves.</summary>
internal static class AgentPayload
{
    public static object Waybill(Batch batch, UtmProduct product, IReadOnlyList<string> marks) => new
    {
        type = "WBInvoiceFromMe", number = "УТ-15", date = "2026-02-02", shippingDate = "2026-02-02",
        shipper = Organisation(AgentWorld.A), consignee = Organisation(AgentWorld.B),
        transport = new { tranType = "413", regNumber = "А001АА77" },
        positions = new object[]
        {
            new
            {
                identity = "1", product = Product(product), quantity = marks.Count, price = 412.50m, faRegId = batch.F1, f2RegId = batch.F2,
                boxes = new object[] { new { number = $"{AgentWorld.A}000042", marks } },
            },
        },
    };

    private static object Organisation(string fsrarId) => new { form = "UL", clientRegId = fsrarId, fullName = $"ООО «Пример {fsrarId[^3..]}»", inn = $"77{fsrarId[^8..]}", kpp = "770001001", country = "643", regionCode = "77", address = "Москва" };

    private static object Product(UtmProduct product) => new { alcCode = product.AlcCode, fullName = product.Name, capacity = 0.5m, alcVolume = 40m, producer = Organisation(product.Producer), productVCode = "200" };
}
