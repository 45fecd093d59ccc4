namespace DemoErp;

/// <summary>The items, found by id or barcode.</summary>
internal sealed class Catalog
{
    public IReadOnlyList<Item> Items { get; } =
    [
        new("00001", "Молоко пастеризованное 3,2%, 1 л", "4600000000017", "шт", 89.90m, 74.50m),
        new("00002", "Хлеб ржаной «Бородинский»", "4600000000024", "шт", 52.00m, 41.30m),
        new("00003", "Сыр «Российский», весовой", "4600000000031", "кг", 742.50m, 655.00m),
        new("00004", "Гречка ядрица, 900 г", "4600000000048", "шт", 118.90m, 96.75m),
        new("00005", "Масло подсолнечное, 1 л", "4600000000055", "шт", 134.00m, 117.20m),
        new("00006", "Чай чёрный «Ёлочка», 100 пак.", "4600000000062", "уп", 215.00m, 180.00m),
    ];

    public Item? Find(string code) => Items.FirstOrDefault(item => item.Id == code || item.Barcode == code);
}
