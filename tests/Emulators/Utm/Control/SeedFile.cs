using System.Text.Json;

namespace Emulators.Utm;

/// <summary>
/// What is in the world from outside: <c>{"stock":[{"fsrarId":"…","product":"Водка","quantity":12}],"waybills":[{"shipper":"…","consignee":"…","quantity":12}],"tickets":[{"fsrarId":"…","count":5000}],"entries":[…]}</c>.
/// </summary>
internal static class SeedFile
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    public static Reply Read(UtmEmulator emulator, byte[] body)
    {
        var plan = JsonSerializer.Deserialize<SeedPlan>(body, Form)!;
        var told = new System.Text.StringBuilder();
        foreach (var one in plan.Organisations) emulator.Seed.Organisation(one.FsrarId, one.Inn, one.Version ?? "WayBill_v4");
        foreach (var one in plan.Stock)
        {
            var batch = emulator.Seed.Stock(one.FsrarId, Product(emulator, one.Product, one.AlcCode), one.Quantity, one.Marked);
            told.Append(null, $"{batch.FsrarId}\t{batch.F2}\t{batch.F1}\t{batch.AlcCode}\t{one.Quantity}\n");
        }

        foreach (var one in plan.Shop) emulator.Seed.Shop(one.FsrarId, Product(emulator, one.Product, one.AlcCode), one.Quantity);
        foreach (var one in plan.Waybills) told.Append(null, $"{Ship(emulator, one).RegId}\t{one.Shipper}\t{one.Consignee}\n");
        foreach (var one in plan.Tickets) emulator.Seed.ForeignTickets(one.FsrarId, one.Count);
        foreach (var one in plan.Entries) emulator.Seed.Entry(one.FsrarId, one.Type, one.Document, one.ReplyId);
        return Reply.Text(told.ToString());
    }

    private static RegisteredWaybill Ship(UtmEmulator emulator, SeedPlan.WaybillLine one)
    {
        if (emulator.World.Organisations.Find(one.Shipper) is null) emulator.Seed.Organisation(one.Shipper);
        List<(Batch Batch, int Quantity)> lines = [];
        for (var at = 0; at < one.Positions; at++) lines.Add((emulator.Seed.Stock(one.Shipper, Product(emulator, one.Product, null), one.Quantity, one.Marked), one.Quantity));
        return emulator.Seed.Waybill(one.Shipper, one.Consignee, lines, one.Number, one.Boxed);
    }

    private static UtmProduct Product(UtmEmulator emulator, string name, string? alcCode) =>
        emulator.World.Products.All.FirstOrDefault(one => alcCode is null ? one.Name == name : one.AlcCode == alcCode) ?? emulator.Seed.Product(name, alcCode);
}
