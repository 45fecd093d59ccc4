namespace Emulators.Utm;

/// <summary>Goods are put on the warehouse (register 1): each position gets its F1 and F2.</summary>
internal static class ChargeOns
{
    public static void Conduct(Deed deed)
    {
        var (world, body) = (deed.World, deed.Body);
        if (body.Text("Header", "TypeChargeOn") == "Пересортица" && (world.Acts.Find(body.Text("Header", "ActWriteOff")) is not { Repealed: false } act || act.FsrarId != deed.Owner))
        {
            throw new RejectedException($"Акт списания {body.Text("Header", "ActWriteOff")} не найден");
        }

        var positions = body.Positions().ToList();
        foreach (var one in positions)
        {
            if (one.MarksIn().FirstOrDefault(mark => world.Marks.Find(mark) is { FsrarId: not null }) is { } busy) throw new RejectedException($"Марка {busy} уже числится на балансе");
            if (world.Products.Find(one.Text("Product", "AlcCode")) is null) throw new RejectedException($"Алкогольная продукция с кодом {one.Text("Product", "AlcCode")} не найдена");
        }

        var regId = $"ACO-{world.Next("ACO"):D10}";
        List<(string Identity, string F1, string F2, IReadOnlyList<string> Marks)> made = [];
        List<ActLine> lines = [];
        foreach (var one in positions)
        {
            var batch = new Batch { FsrarId = deed.Owner, F1 = Stock.NewF1(world), F2 = Stock.NewF2(world), AlcCode = one.Text("Product", "AlcCode")!, Bottled = DateOnly.Parse(one.Descendants().First(field => field.Name.LocalName == "BottlingDate").Value, null) };
            world.Batches.Put(batch);
            Stock.Move(world, batch.F2, one.Amount("Quantity"), deed.Post.Element, regId, "Постановка на баланс");
            Stock.PutMarks(world, one.MarksIn(), deed.Owner, batch.F2);
            made.Add((one.Text("Identity")!, batch.F1, batch.F2, one.MarksIn()));
            lines.Add(new ActLine(batch.F2, batch.AlcCode, one.Amount("Quantity"), one.MarksIn()));
        }

        world.Acts.Put(new RegisteredAct { RegId = regId, Element = deed.Post.Element, FsrarId = deed.Owner, RequestId = deed.Post.RequestId, Lines = lines });
        deed.Receive();
        deed.Conduct(regId, text: $"Акт постановки на баланс {regId} проведен");
        deed.Send(deed.Owner, "INVENTORYREGINFO", Registrations.Inventory(deed.Post.Identity, regId, body.Text("Header", "Number")!, made), replyTo: deed.Post.RequestId);
    }
}
