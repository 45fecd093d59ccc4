namespace DemoErp;

/// <summary>The stock by item and warehouse. Thread-safe.</summary>
internal sealed class Warehouse
{
    private static readonly (string Id, string Name, string Cell)[] Places = [("01", "Основной", "A-01-02"), ("02", "Витрина", "B-03-01"), ("03", "Холодный", "C-02-07")];
    private readonly Dictionary<(string Item, string Place), decimal> quantities = new()
    {
        [("00001", "01")] = 120m, [("00001", "03")] = 36m,
        [("00002", "01")] = 15m, [("00002", "02")] = 8m,
        [("00003", "03")] = 12.500m, [("00003", "02")] = 0.750m,
        [("00004", "01")] = 240m,
        [("00005", "01")] = 64m, [("00005", "02")] = 12m,
        [("00006", "02")] = 5m,
    };

    public static bool Knows(string? place) => Array.Exists(Places, known => known.Id == place);

    public IReadOnlyList<StockRow> RowsOf(Item item, string? place)
    {
        lock (quantities)
        {
            return [.. Places
                .Where(known => string.IsNullOrEmpty(place) || known.Id == place)
                .Where(known => quantities.ContainsKey((item.Id, known.Id)))
                .Select(known => new StockRow(known.Id, known.Name, known.Cell, quantities[(item.Id, known.Id)], item.Unit))];
        }
    }

    /// <summary>Moves a quantity; a null place is the outside. Says how much there is when there is not enough.</summary>
    public bool TryMove(Item item, string? from, string? to, decimal quantity, out decimal available)
    {
        lock (quantities)
        {
            available = from is null ? quantity : quantities.GetValueOrDefault((item.Id, from));
            if (available < quantity) return false;
            if (from is not null) quantities[(item.Id, from)] = available - quantity;
            if (to is not null) quantities[(item.Id, to)] = quantities.GetValueOrDefault((item.Id, to)) + quantity;
            return true;
        }
    }
}
