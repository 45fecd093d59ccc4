using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>A waybill as a partner's program would write it.</summary>
internal static class WaybillBody
{
    private const int BoxSize = 6;

    public static XElement Make(UtmWorld world, string shipper, string consignee, string number, IReadOnlyList<(Batch Batch, int Quantity)> lines, bool boxed)
    {
        var own = new Xml("TTNSingle_v4");
        var today = Xml.Day(world.Now);
        return Xml.Body("WayBill_v4", own.Of("Identity", $"seed-{number}"),
            own.Of("Header", own.Of("Type", "WBInvoiceFromMe"), own.Of("NUMBER", number), own.Of("Date", today), own.Of("ShippingDate", today),
                own.Of("Transport", own.Of("ChangeOwnership", "IsChange"), own.Of("TRAN_TYPE", "413"), own.Of("TRANSPORT_TYPE", "car"), own.Of("TRANSPORT_REGNUMBER", "А001АА77"), own.Of("TRAN_DRIVER", "Водитель")),
                own.Of("Shipper", Directory.Organisation(world, shipper)), own.Of("Consignee", Directory.Organisation(world, consignee)), own.Of("Base", "Договор поставки № 1")),
            own.Of("Content", lines.Select((line, at) => Position(world, own, shipper, line.Batch, line.Quantity, at + 1, boxed))));
    }

    private static XElement Position(UtmWorld world, Xml own, string shipper, Batch batch, int quantity, int at, bool boxed)
    {
        var common = new Xml("CommonV3");
        var boxes = world.Marks.Of(batch.F2).Take(quantity).Select(one => one.Code).Chunk(boxed ? BoxSize : int.MaxValue).Select(marks => (Number: $"{shipper}{world.Next("carton"):D6}", Marks: marks)).ToList();
        return own.Of("Position", own.Of("Product", Directory.Product(world, batch.AlcCode)), own.Of("Quantity", Xml.Number(quantity)), own.Of("Price", "250.00"), own.Of("Party", "1"), own.Of("Identity", at), own.Of("FARegId", batch.F1),
            own.Of("InformF2", common.Of("F2RegId", batch.F2), boxes.Count == 0 ? null : common.Of("MarkInfo", boxes.Select(box => common.Of("boxpos", boxed ? common.Of("boxnumber", box.Number) : null, common.Of("amclist", box.Marks.Select(mark => common.Of("amc", mark))))))),
            boxed && boxes.Count > 1 ? own.Of("boxInfo", own.Of("boxtree", common.Of("boxnum", $"{shipper}2012600{world.Next("pallet"):D7}"), boxes.Select(box => common.Of("bl", common.Of("boxnum", box.Number))))) : null);
    }
}
