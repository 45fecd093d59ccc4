using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>Products as callers write them and as they are kept.</summary>
internal static class ProductRecords
{
    public static ConnectorRecord Of(Product product) => new()
    {
        ["alcCode"] = product.AlcCode,
        ["unitType"] = product.UnitType,
        ["type"] = product.Type,
        ["fullName"] = product.FullName,
        ["shortName"] = product.ShortName,
        ["capacity"] = product.Capacity,
        ["alcVolume"] = product.AlcVolume,
        ["producer"] = product.Producer is { } producer ? OrganisationRecords.Of(producer) : null,
        ["productVCode"] = product.ProductVCode,
    };

    public static Product Read(PayloadFields fields) => new(fields.Text("alcCode", "КодАП", "АлкКод") ?? "")
    {
        UnitType = fields.Text("unitType", "ТипУпаковки") ?? "Packed",
        Type = fields.Text("type", "ТипПродукции"),
        FullName = fields.Text("fullName", "ПолноеНаименование", "Наименование"),
        ShortName = fields.Text("shortName", "КраткоеНаименование"),
        Capacity = fields.Number("capacity", "Объем", "Емкость"),
        AlcVolume = fields.Number("alcVolume", "Крепость"),
        Producer = fields.Child("producer", "Производитель") is { } producer ? OrganisationRecords.Read(producer) : null,
        ProductVCode = fields.Text("productVCode", "КодВидаПродукции", "ВидПродукции"),
    };
}
