using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The carriage of a waybill as callers write it and as it is kept.</summary>
internal static class TransportRecords
{
    public static ConnectorRecord Of(WaybillTransport transport) => new()
    {
        ["changeOwnership"] = transport.ChangeOwnership,
        ["tranType"] = transport.TranType,
        ["company"] = transport.Company,
        ["transportType"] = transport.TransportType,
        ["regNumber"] = transport.RegNumber,
        ["trailer"] = transport.Trailer,
        ["customer"] = transport.Customer,
        ["driver"] = transport.Driver,
        ["loadPoint"] = transport.LoadPoint,
        ["unloadPoint"] = transport.UnloadPoint,
        ["redirect"] = transport.Redirect,
        ["forwarder"] = transport.Forwarder,
    };

    public static WaybillTransport Read(PayloadFields fields) => new()
    {
        ChangeOwnership = fields.Text("changeOwnership", "СменаСобственника") ?? "IsChange",
        TranType = fields.Text("tranType", "ТипДоставки") ?? "",
        Company = fields.Text("company", "Перевозчик"),
        TransportType = fields.Text("transportType", "ВидТранспорта") ?? "car",
        RegNumber = fields.Text("regNumber", "РегистрационныйНомер", "НомерАвтомобиля"),
        Trailer = fields.Text("trailer", "Прицеп"),
        Customer = fields.Text("customer", "Заказчик"),
        Driver = fields.Text("driver", "Водитель"),
        LoadPoint = fields.Text("loadPoint", "ПунктПогрузки"),
        UnloadPoint = fields.Text("unloadPoint", "ПунктРазгрузки"),
        Redirect = fields.Text("redirect", "Перенаправление"),
        Forwarder = fields.Text("forwarder", "Экспедитор"),
    };
}
