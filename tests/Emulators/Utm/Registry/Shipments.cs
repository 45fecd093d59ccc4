using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>A waybill is registered, and goes to its consignee.</summary>
internal static class Shipments
{
    public static void Register(Deed deed)
    {
        var (world, body) = (deed.World, deed.Body);
        var (shipper, consignee) = (body.ClientOf("Header", "Shipper"), body.ClientOf("Header", "Consignee"));
        if (shipper != deed.Owner) throw new RejectedException($"Грузоотправитель {shipper} не совпадает с владельцем документа {deed.Owner}", second: false);
        if (consignee is null || world.Organisations.Find(consignee) is null) throw new RejectedException($"Организация с кодом {consignee} не найдена", second: false);
        var batches = Check(deed);
        var waybill = new RegisteredWaybill
        {
            RegId = $"TTN-{900_000_000 + world.Next("TTN"):D10}",
            Shipper = deed.Owner,
            Consignee = consignee,
            Number = body.Text("Header", "NUMBER")!,
            Date = body.Text("Header", "Date")!,
            Identity = deed.Post.Identity,
            RequestId = deed.Post.RequestId,
            Positions = [.. body.Positions().Zip(batches).Select(one => Position(world, one.First, one.Second))],
        };
        world.Waybills.Put(waybill);
        foreach (var one in waybill.Positions) SendOff(world, waybill, one);
        deed.Receive();
        deed.Conduct(waybill.RegId, text: $"Накладная {waybill.RegId} зафиксирована");
        deed.Send(deed.Owner, "FORM2REGINFO", Registrations.Notice(world, waybill), replyTo: deed.Post.RequestId);
        Arrive(deed, waybill, body);
    }

    /// <summary>The waybill, its registration and its history reach the consignee.</summary>
    public static void Arrive(Deed deed, RegisteredWaybill waybill, XElement body)
    {
        var old = deed.World.Organisations.Find(waybill.Consignee)!.Version == "WayBill_v3";
        var element = old ? "WayBill_v3" : body.Name.LocalName;
        deed.Send(waybill.Consignee, element, old ? Older(body) : body, waybill.Shipper);
        deed.Send(waybill.Consignee, "FORM2REGINFO", Registrations.Notice(deed.World, waybill));
        deed.Send(waybill.Consignee, "TTNHISTORYF2REG", Registrations.History(deed.World, waybill));
    }

    /// <summary>The goods leave the shipper's batch and are nobody's until an act.</summary>
    public static void SendOff(UtmWorld world, RegisteredWaybill waybill, ShippedPosition one)
    {
        Stock.Move(world, one.OldF2, -one.Quantity, "WayBill", waybill.RegId, "Отгрузка");
        Stock.PutMarks(world, one.Marks, null, one.OldF2);
    }

    private static List<Batch> Check(Deed deed)
    {
        List<Batch> batches = [];
        Dictionary<string, decimal> wanted = new(StringComparer.Ordinal);
        foreach (var position in deed.Body.Positions())
        {
            var batch = Stock.BatchOf(deed.World, deed.Owner, position.Text("InformF2", "F2RegId")!);
            wanted[batch.F2] = wanted.GetValueOrDefault(batch.F2) + position.Amount("Quantity");
            Stock.Need(batch, wanted[batch.F2]);
            if (position.Text("Product", "AlcCode") is { } code && code != batch.AlcCode) throw new RejectedException($"Позиция {position.Text("Identity")}: код продукции {code} не соответствует справке 2 {batch.F2}");
            var marks = position.Child("InformF2")!.MarksIn();
            if (marks.Count > 0 && marks.Count != position.Amount("Quantity")) throw new RejectedException($"Позиция {position.Text("Identity")}: марок {marks.Count}, количество {Xml.Number(position.Amount("Quantity"))}");
            Stock.NeedMarks(deed.World, deed.Owner, batch.F2, marks);
            batches.Add(batch);
        }

        return batches;
    }

    private static ShippedPosition Position(UtmWorld world, XElement position, Batch batch) =>
        new(position.Text("Identity")!, batch.AlcCode, position.Amount("Quantity"), batch.F1, batch.F2, Stock.NewF2(world), batch.Bottled, position.Child("InformF2")!.MarksIn());

    // The third generation is the same idea without what the fourth added.
    private static XElement Older(XElement body)
    {
        if (body.Name.LocalName != "WayBill_v4") return body;
        var (from, to) = (Names.Of("TTNSingle_v4"), Names.Of("TTNSingle_v3"));
        var older = new XElement(body) { Name = Names.Single + "WayBill_v3" };
        foreach (var one in older.Descendants().Where(one => one.Name.Namespace == from).ToList()) one.Name = to + one.Name.LocalName;
        older.Child("Header", "Transport", "ChangeOwnership")?.Remove();
        older.Child("Header", "Transport", "TRANSPORT_TYPE")?.Remove();
        return older;
    }
}
