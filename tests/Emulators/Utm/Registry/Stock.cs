namespace Emulators.Utm;

/// <summary>Moves goods between the registers; refuses what is not there.</summary>
internal static class Stock
{
    /// <summary>A batch of somebody's; refuses one that is not theirs.</summary>
    public static Batch BatchOf(UtmWorld world, string fsrarId, string f2) =>
        world.Batches.Find(f2) is { } batch && batch.FsrarId == fsrarId ? batch : throw new RejectedException($"Справка 2 {f2} не числится на остатках организации {fsrarId}");

    /// <summary>Refuses when a batch has less than is wanted.</summary>
    public static void Need(Batch batch, decimal quantity)
    {
        if (batch.Quantity < quantity) throw new RejectedException($"Количество продукции {Xml.Number(quantity)} превышает остаток {Xml.Number(batch.Quantity)} по справке 2 {batch.F2}");
    }

    /// <summary>Refuses marks that are not on somebody's balance in a batch.</summary>
    public static void NeedMarks(UtmWorld world, string fsrarId, string f2, IReadOnlyList<string> marks)
    {
        var missing = marks.Where(code => world.Marks.Find(code) is not { } mark || mark.FsrarId != fsrarId || mark.F2 != f2).ToList();
        if (missing.Count > 0) throw new RejectedException($"Марки не числятся на балансе организации по справке 2 {f2}: {string.Join(", ", missing)}");
    }

    /// <summary>Changes a batch; a movement is kept of it.</summary>
    public static void Move(UtmWorld world, string f2, decimal quantity, string docType, string docId, string operation)
    {
        var batch = world.Batches.Find(f2)!;
        world.Batches.Put(batch with { Quantity = batch.Quantity + quantity });
        Note(world, batch.FsrarId, f2, batch.AlcCode, docType, docId, operation, quantity);
    }

    public static decimal ShopQuantity(UtmWorld world, string fsrarId, string alcCode) => world.Shop.Find($"{fsrarId}:{alcCode}")?.Quantity ?? 0;

    public static void MoveShop(UtmWorld world, string fsrarId, string alcCode, decimal quantity, string docType, string docId, string f2 = "")
    {
        world.Shop.Put(new ShopStock(fsrarId, alcCode, ShopQuantity(world, fsrarId, alcCode) + quantity));
        Note(world, fsrarId, f2, alcCode, docType, docId, "Shop", quantity);
    }

    public static void PutMarks(UtmWorld world, IReadOnlyList<string> marks, string? fsrarId, string f2)
    {
        if (marks.Count > 0) world.Marks.Put([.. marks.Select(code => new BottleMark(code, fsrarId, f2))]);
    }

    public static string NewF1(UtmWorld world) => $"FA-{world.Next("F1"):D15}";

    public static string NewF2(UtmWorld world) => $"FB-{world.Next("F2"):D15}";

    private static void Note(UtmWorld world, string fsrarId, string f2, string alcCode, string docType, string docId, string operation, decimal quantity)
    {
        var order = world.Next("movement");
        world.Movements.Put(new Movement(order, fsrarId, f2, alcCode, docType, docId, operation, quantity, world.Now));
    }
}
