using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Fills the system from JSON: rows of organisations, products, codes, orders and documents, and codes to be made.</summary>
internal static class SeedFile
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    public static Reply Read(ChestnyZnakEmulator emulator, JsonObject seed)
    {
        var world = emulator.World;
        Put(seed, "organisations", world.Organisations);
        Put(seed, "products", world.Products);
        Put(seed, "codes", world.Codes);
        Put(seed, "orders", world.Orders);
        Put(seed, "documents", world.Documents);
        var made = new JsonArray();
        foreach (var row in seed.List("make"))
        {
            var product = world.Products.Find(row.Need("gtin")) ?? throw new RefusalException(400, $"No product {row.Need("gtin")}");
            foreach (var code in emulator.Seed.Codes(product, (int)(row.Whole("count") ?? 1), row.Text("status") ?? "INTRODUCED", row.Text("owner"))) made.Add(code.Full);
        }

        var orders = seed.List("makeOrders").Select(row => Order(emulator, row).OrderId).ToList();
        return Reply.Json(new JsonObject { ["codes"] = made, ["orders"] = orders.Of() });
    }

    /// <summary>Fills the system from a file.</summary>
    public static async Task ReadAsync(ChestnyZnakEmulator emulator, string path)
    {
        var seed = JsonNode.Parse(await File.ReadAllBytesAsync(path)) as JsonObject ?? throw new InvalidDataException($"{path} is no JSON object");
        emulator.World.Once(() => Read(emulator, seed));
    }

    private static SuzOrder Order(ChestnyZnakEmulator emulator, JsonNode? row)
    {
        var product = emulator.World.Products.Find(row.Need("gtin")) ?? throw new RefusalException(400, $"No product {row.Need("gtin")}");
        return emulator.Seed.Order(product, (int)(row.Whole("quantity") ?? 1), row.Text("productionOrderId"));
    }

    private static void Put<T>(JsonObject seed, string name, Table<T> table)
        where T : class => table.Put(seed[name]?.Deserialize<T[]>(Form) ?? []);
}
