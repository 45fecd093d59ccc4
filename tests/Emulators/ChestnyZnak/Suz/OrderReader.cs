using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Reads an order and refuses a wrong one.</summary>
internal static class OrderReader
{
    public static SuzOrder Read(Call call, JsonObject body)
    {
        var group = body.Need("productGroup");
        if (!call.Own.ProductGroups.Contains(group)) throw new RefusalException(403, $"Товарная группа {group} недоступна", 1040);
        var buffers = body.List("products").Select(product => Buffer(call, product, group)).ToList();
        if (buffers.Count is 0 or > 10 || buffers.DistinctBy(one => one.Gtin).Count() != buffers.Count) throw new RefusalException(400, "В заказе должно быть от 1 до 10 различных GTIN", 1041);
        var most = buffers.Count == 1 ? 2_000_000 : 150_000;
        if (buffers.Any(one => one.Quantity > most)) throw new RefusalException(400, $"Количество кодов по GTIN не должно превышать {most}", 1042);
        var attributes = body.Part("attributes") ?? throw new RefusalException(400, "Не заполнено поле attributes", 1043);
        if (!ProductGroups.IsTobacco(group)) attributes.Need("releaseMethodType");
        var own = attributes.Text("productionOrderId");
        if (own is { Length: 0 or > 256 }) throw new RefusalException(400, "productionOrderId должен быть от 1 до 256 символов", 1044);
        return new SuzOrder
        {
            OrderId = Guid.NewGuid().ToString(),
            Inn = call.Own.Inn,
            ProductGroup = group,
            Status = "CREATED",
            ProductionOrderId = own,
            Body = call.Body,
            Created = call.World.Now,
            PaymentType = (int)(attributes.Whole("paymentType") ?? 2),
            Buffers = buffers,
        };
    }

    private static OrderBuffer Buffer(Call call, JsonNode? product, string group)
    {
        var gtin = product.Need("gtin");
        if (!Gtins.IsGtin(gtin)) throw new RefusalException(400, $"Неверный GTIN {gtin}", 1045);
        var card = call.World.Products.Find(gtin);
        if (card is null || card.ProductGroup != group || card.Inn != call.Own.Inn) throw new RefusalException(400, $"Карточка товара {gtin} не найдена", 1046);
        var quantity = product.Whole("quantity") ?? 0;
        if (quantity is < 1 or > int.MaxValue) throw new RefusalException(400, "Количество должно быть больше нуля", 1047);
        var template = (int)(product.Whole("templateId") ?? throw new RefusalException(400, "Не заполнено поле templateId", 1048));
        if (CodeTemplate.Of(template) is not { } layout) throw new RefusalException(400, $"Неизвестный шаблон {template}", 1049);
        return new OrderBuffer
        {
            Gtin = gtin,
            Quantity = (int)quantity,
            Status = "PENDING",
            TemplateId = template,
            CisType = product.Text("cisType") ?? "UNIT",
            MaxPrice = product.Part("attributes").Whole("mrp") ?? product.Whole("mrp") ?? card.MaxPrice ?? 0,
            SerialNumbers = Serials(product, layout, (int)quantity),
        };
    }

    private static IReadOnlyList<string>? Serials(JsonNode? product, CodeTemplate layout, int quantity)
    {
        var type = product.Need("serialNumberType");
        if (type is not ("OPERATOR" or "SELF_MADE")) throw new RefusalException(400, $"Неизвестный serialNumberType {type}", 1050);
        if (type == "OPERATOR") return null;
        var given = product.List("serialNumbers").Texts("serialNumbers");
        var length = layout.Form is CodeForm.Pack or CodeForm.Block || layout.Id is 5 or 50 ? layout.Serial : layout.Serial - 1;
        if (given.Count != quantity || given.Distinct(StringComparer.Ordinal).Count() != quantity) throw new RefusalException(400, "Количество серийных номеров не равно количеству кодов", 1051);
        if (given.Any(one => one.Length != length || one.Any(letter => !CodeText.IsData(letter)))) throw new RefusalException(400, $"Длина серийного номера должна быть {length}", 1052);
        return given;
    }
}
