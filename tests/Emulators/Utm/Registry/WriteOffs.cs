namespace Emulators.Utm;

/// <summary>Goods are written off the warehouse (register 1).</summary>
internal static class WriteOffs
{
    public static void Conduct(Deed deed)
    {
        var world = deed.World;
        List<ActLine> lines = [];
        Dictionary<string, decimal> wanted = new(StringComparer.Ordinal);
        foreach (var position in deed.Body.Positions())
        {
            if (position.Text("InformF1F2", "InformF2", "F2RegId") is not { } f2) throw new RejectedException($"Позиция {position.Text("Identity")}: списание по справке 1 без справки 2 невозможно");
            var batch = Stock.BatchOf(world, deed.Owner, f2);
            var quantity = Quantity(world, position, batch);
            wanted[f2] = wanted.GetValueOrDefault(f2) + quantity;
            Stock.Need(batch, wanted[f2]);
            var marks = position.MarksIn();
            if (marks.Count > quantity) throw new RejectedException($"Позиция {position.Text("Identity")}: марок {marks.Count}, количество {Xml.Number(quantity)}");
            Stock.NeedMarks(world, deed.Owner, f2, marks);
            lines.Add(new ActLine(f2, batch.AlcCode, -quantity, marks));
        }

        var regId = $"AWO-{world.Next("AWO"):D10}";
        foreach (var line in lines)
        {
            Stock.Move(world, line.F2!, line.Quantity, deed.Post.Element, regId, "Списание");
            Stock.PutMarks(world, line.Marks, null, line.F2!);
        }

        world.Acts.Put(new RegisteredAct { RegId = regId, Element = deed.Post.Element, FsrarId = deed.Owner, RequestId = deed.Post.RequestId, Lines = lines });
        deed.Receive();
        deed.Conduct(regId, text: $"Акт списания {regId} проведен");
    }

    // Catering writes off millilitres.
    private static decimal Quantity(UtmWorld world, System.Xml.Linq.XElement position, Batch batch)
    {
        if (position.Child("Quantity") is not null) return position.Amount("Quantity");
        if (position.Child("writeoffvolume", "Quantity") is not null) return position.Amount("writeoffvolume", "Quantity");
        return position.Amount("writeoffvolume", "volume") / 1000 / (world.Products.Find(batch.AlcCode)?.Capacity ?? 1);
    }
}
