using System.Text.Json.Nodes;

namespace Faults.Egais;

/// <summary>What a person writes: waybills, write-offs, differences.</summary>
internal static class EgaisPapers
{
    public static JsonObject Waybill(string number, Bottles bottles) => new()
    {
        ["type"] = "WBInvoiceFromMe", ["number"] = number, ["date"] = "2026-02-02", ["shippingDate"] = "2026-02-02", ["shipper"] = Organisation(UtmSystem.A), ["consignee"] = Organisation(UtmSystem.B),
        ["transport"] = new JsonObject { ["tranType"] = "413", ["regNumber"] = "А001АА77" },
        ["positions"] = new JsonArray(new JsonObject
        {
            ["identity"] = "1", ["product"] = Product(bottles.AlcCode), ["quantity"] = Bottles.Count, ["price"] = 412.5, ["faRegId"] = bottles.F1, ["f2RegId"] = bottles.F2,
            ["boxes"] = new JsonArray(new JsonObject { ["number"] = $"{UtmSystem.A}000042", ["marks"] = List(bottles.Marks) }),
        }),
    };

    /// <summary>Two of three bottles.</summary>
    public static JsonObject WriteOff(string number, Bottles bottles) => new()
    {
        ["number"] = number, ["date"] = "2026-02-04", ["type"] = "Порча", ["register"] = 1,
        ["positions"] = new JsonArray(new JsonObject { ["identity"] = "1", ["quantity"] = 2, ["f2RegId"] = bottles.F2, ["marks"] = List(bottles.Marks.Take(2)) }),
    };

    /// <summary>One bottle of three was not there.</summary>
    public static JsonObject Differences(Bottles bottles) => new()
    {
        ["differences"] = new JsonArray(new JsonObject { ["positionIdentity"] = "1", ["realQuantity"] = Bottles.Count - 1, ["rejectedMarks"] = List(bottles.Marks.Take(1)) }),
    };

    private static JsonObject Organisation(string fsrarId) => new()
    {
        ["form"] = "UL", ["clientRegId"] = fsrarId, ["fullName"] = $"ООО «Пример {fsrarId[^3..]}»", ["inn"] = $"77{fsrarId[^8..]}", ["kpp"] = "770001001", ["country"] = "643", ["regionCode"] = "77", ["address"] = "Москва",
    };

    private static JsonObject Product(string alcCode) => new()
    {
        ["alcCode"] = alcCode, ["fullName"] = "Водка «Пример»", ["capacity"] = 0.5, ["alcVolume"] = 40, ["producer"] = Organisation("010000000001"), ["productVCode"] = "200",
    };

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
