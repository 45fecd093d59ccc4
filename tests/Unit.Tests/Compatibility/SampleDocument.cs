using Cleverence.Warehouse;

namespace Unit.Tests.Compatibility;

/// <summary>A document with something in every corner.</summary>
internal static class SampleDocument
{
    public static Document Make()
    {
        var document = new Document
        {
            Id = "D-1", Name = "Приход №1", DocumentTypeName = "Приход", CreateDate = new DateTime(2026, 5, 31, 14, 3, 0), LastChangeDate = new DateTime(2026, 6, 1),
            WarehouseId = "W1", Barcode = "46000\u001D17", UserId = "u1", UserName = "Иван", Description = "a < b & \"c\"\nстрока", Appointment = "TSD-1", Priority = 3,
            Finished = true, InProcess = true, Modified = true, DeviceId = "dev", DeviceIP = "10.0.0.1", DeviceName = "ТСД",
        };
        document.SetField("Поставщик", "ООО Ромашка");
        document.SetField("Сумма", 1234.50m);
        document.States.Add(new DocumentState { UserId = "u1", Finished = true, FinishedDate = new DateTime(2026, 6, 1, 10, 0, 0), ProcessingTime = new TimeSpan(0, 1, 2, 3) });
        var row = new Row();
        row.SetField("Паллета", 7);
        row.SetField("Вес", 12.25m);
        document.Tables.Add("Паллеты").Rows.Add(row);
        var plan = new DocumentItem { Uid = "p1", ProductId = "001", PackingId = "шт", DeclaredQuantity = 5, SSCC = "146000000000000018" };
        plan.Fields.Add("Серия", "A1");
        document.DeclaredItems.Add(plan);
        document.CurrentItems.Add(new DocumentItem { Uid = "c1", ProductId = "001", PackingId = "шт", CurrentQuantity = 4.5m, BindedLine = plan, CreatedBy = "u1" });
        return document;
    }
}
