namespace Emulators.Utm;

/// <summary>Marks are put on balance and taken off it (register 3).</summary>
internal static class MarkFixes
{
    public static void Fix(Deed deed)
    {
        var world = deed.World;
        foreach (var one in deed.Body.Positions())
        {
            var batch = Stock.BatchOf(world, deed.Owner, one.Text("Inform2RegId")!);
            if (one.MarksIn().FirstOrDefault(mark => world.Marks.Find(mark) is { FsrarId: not null }) is { } busy) throw new RejectedException($"Марка {busy} уже числится на балансе");
            var all = world.Marks.Of(batch.F2).Count + one.MarksIn().Count;
            if (all > batch.Quantity) throw new RejectedException($"Марок по справке 2 {batch.F2} больше остатка: {all}, остаток {Xml.Number(batch.Quantity)}");
        }

        foreach (var one in deed.Body.Positions()) Stock.PutMarks(world, one.MarksIn(), deed.Owner, one.Text("Inform2RegId")!);
        deed.Receive();
        deed.Conduct($"AFB-{world.Next("fix"):D10}");
    }

    public static void UnFix(Deed deed)
    {
        var world = deed.World;
        var marks = deed.Body.MarksIn();
        if (marks.FirstOrDefault(mark => world.Marks.Find(mark)?.FsrarId != deed.Owner) is { } foreign) throw new RejectedException($"Марка {foreign} не числится на балансе организации {deed.Owner}");
        foreach (var mark in marks) Stock.PutMarks(world, [mark], null, world.Marks.Find(mark)!.F2);
        deed.Receive();
        deed.Conduct($"AUF-{world.Next("fix"):D10}");
    }
}
