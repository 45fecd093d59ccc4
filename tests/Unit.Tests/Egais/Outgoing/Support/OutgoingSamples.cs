using Cleverence.Connectivity;
using Connectors.Egais;
using static Unit.Tests.Egais.Outgoing.Support.Payloads;

namespace Unit.Tests.Egais.Outgoing.Support;

/// <summary>One order for each type and generation that we send, and for each shape of it worth seeing.</summary>
internal static class OutgoingSamples
{
    public static IReadOnlyDictionary<string, BuildOrder> All { get; } = new Dictionary<string, BuildOrder>
    {
        ["WayBill_v4"] = Orders.Ship(Waybill()),
        ["WayBill_v4.Full"] = Orders.Ship(Full()),
        ["WayBill_v3"] = Orders.Ship(Waybill(), FormatVersion.V3),
        ["WayBillAct_v4.Accepted"] = Incoming(EgaisOperation.ActAccept),
        ["WayBillAct_v4.Rejected"] = Incoming(EgaisOperation.ActReject, new ConnectorRecord { ["note"] = "Не заказывали" }),
        ["WayBillAct_v4.Differences"] = Orders.Differ(FormatVersion.V4, Orders.OneBottleMissing(), new ConnectorRecord { ["positionIdentity"] = "2", ["realQuantity"] = 0L }),
        ["WayBillAct_v3.Differences"] = Orders.Differ(FormatVersion.V3, Orders.OneBottleMissing()),
        ["ConfirmTicket.Accepted"] = Incoming(EgaisOperation.DifferencesConfirm),
        ["ConfirmTicket.Rejected"] = Incoming(EgaisOperation.DifferencesRefuse, new ConnectorRecord { ["note"] = "Отгружено полностью" }),
        ["ConfirmRepealWB.Accepted"] = Incoming(EgaisOperation.RepealConfirmWayBill),
        ["ConfirmRepealWB.Rejected"] = Incoming(EgaisOperation.RepealRefuseWayBill),
        ["RequestRepealWB"] = Incoming(EgaisOperation.RepealRequestWayBill),
        ["RequestRepealACO"] = Orders.Stock(EgaisOperation.RepealRequestChargeOn, []),
        ["RequestRepealAWO"] = Orders.Stock(EgaisOperation.RepealRequestWriteOff, []),
        ["ActChargeOn_v2"] = Orders.Stock(EgaisOperation.ChargeOnRegister1, ChargeOn()),
        ["ActChargeOnShop_v2"] = Orders.Stock(EgaisOperation.ChargeOnRegister2, Act("Излишки", Line("1", ("product", Product()), ("quantity", 2L)))),
        ["ActFixBarCode"] = Orders.Stock(EgaisOperation.ChargeOnRegister3, Act("", Line("1", ("f2RegId", "FB-000000900000001"), ("marks", MarkList(1, 2))))),
        ["ActUnFixBarCode"] = Orders.Stock(EgaisOperation.WriteOffRegister3, Act("", Line("1", ("marks", MarkList(1))))),
        ["ActWriteOff_v4"] = Orders.Stock(EgaisOperation.WriteOffRegister1, WriteOff()),
        ["ActWriteOff_v4.Volume"] = Orders.Stock(EgaisOperation.WriteOffRegister1, Act("Приготовление", Line("1", ("volume", 250L), ("f1RegId", "FA-000000900000001")))),
        ["ActWriteOff_v3"] = Orders.Stock(EgaisOperation.WriteOffRegister1, WriteOff(), FormatVersion.V3),
        ["ActWriteOffShop_v2"] = Orders.Stock(EgaisOperation.WriteOffRegister2, Act("Реализация", Line("1", ("product", Product()), ("quantity", 1L), ("sumSale", 500.5m), ("marks", MarkList(1))))),
        ["TransferToShop"] = Orders.Stock(EgaisOperation.TransferToShop, Transfer()),
        ["TransferFromShop"] = Orders.Stock(EgaisOperation.TransferFromShop, Transfer()),
        ["InfoVersionTTN"] = Ask(EgaisOperation.InfoVersion),
        ["ChequeV4"] = Ask(EgaisOperation.Cheque, Cheque(("volume", 50L))),
        ["ChequeV3"] = Orders.Of(EgaisOperation.Cheque, null, Cheque(), FormatVersion.V3),
        ["ChequeV3.Waybill"] = Orders.Of(EgaisOperation.Cheque, null, new ConnectorRecord(Cheque()) { ["billNumber"] = "Н-1", ["ttnNumber"] = "Т-1" }, FormatVersion.V3),
        ["QueryClients_v2"] = Ask(EgaisOperation.QueryOrganisation, ("parameterName", "inn"), ("parameterValue", "7700000001")),
        ["QueryAP_v2"] = Ask(EgaisOperation.QueryProducts, ("alcCode", "0123456789012345678")),
        ["QueryAP_v3"] = Ask(EgaisOperation.QueryProducts, ("ИНН", "7700000001"), ("queryVersion", "v3")),
        ["QueryRests_v2"] = Ask(EgaisOperation.QueryRests),
        ["QueryRests_v3"] = Ask(EgaisOperation.QueryRests, ("queryVersion", "v3")),
        ["QueryRestsShop_v2"] = Ask(EgaisOperation.QueryRestsShop),
        ["QueryRests_Mini"] = Ask(EgaisOperation.QueryRestsMini),
        ["QueryRestsShop_Mini"] = Ask(EgaisOperation.QueryRestsShopMini),
        ["QueryRestBCode"] = Ask(EgaisOperation.QueryMarksByF2, ("regId", "FB-000000900000002")),
        ["QueryNATTN"] = Ask(EgaisOperation.QueryUnanswered),
        ["QueryResendDoc"] = Ask(EgaisOperation.QueryResend, ("regId", Orders.RegId)),
        ["QueryFormF1"] = Ask(EgaisOperation.QueryF1, ("regId", "FA-000000900000002")),
        ["QueryFormF2"] = Ask(EgaisOperation.QueryF2, ("regId", "FB-000000900000002")),
        ["QueryForm2History"] = Ask(EgaisOperation.QueryF2History, ("regId", "FB-000000900000002")),
        ["QueryParentHistForm2"] = Ask(EgaisOperation.QueryF2Ancestry, ("regId", "FB-000000900000002")),
        ["QueryBarcode"] = Ask(EgaisOperation.QueryMarkCodes, ("number", "1"), ("marks", new List<object?> { new ConnectorRecord { ["type"] = "136", ["rank"] = "200", ["number"] = "12345" } })),
        ["QueryWriteOffCheque"] = Ask(EgaisOperation.QueryWriteOffCheque, ("alcCode", "0123456789012345678"), ("month", 2L), ("year", 2026L)),
        ["QueryHistoryRestShop"] = Ask(EgaisOperation.QueryHistoryShop, ("alcCode", "0123456789012345678"), ("month", "12"), ("year", "2025")),
        ["QueryClientVersion"] = Ask(EgaisOperation.QueryClientVersion, ("fsrarId", "030000654321")),
    };

    // Every field, every form of an organisation, boxes in boxes, and beer.
    private static ConnectorRecord Full()
    {
        var waybill = WaybillRecords.Read(Waybill(), []);
        var tree = new BoxTree(Box(20), [new BoxTree(Box(21), [new BoxTree(Box(22), []), new BoxTree(Box(23), [])]), new BoxTree(Box(24), [])]);
        var producer = new Organisation(OrganisationForm.TS, "050000000001") { FullName = "Производитель", TsNumber = "123456789", Country = "112", Address = "Минск" };
        return WaybillRecords.Of(waybill with
        {
            Shipper = new Organisation(OrganisationForm.TR, Own) { Address = "Тягач" },
            Consignee = waybill.Consignee! with { Form = OrganisationForm.FL, Inn = "770000000012", Kpp = null },
            Transport = new WaybillTransport
            {
                ChangeOwnership = "NotChange", TranType = "413", Company = "Перевозчик", TransportType = "ship", RegNumber = "1", Trailer = "2", Customer = "Заказчик", Driver = "Водитель",
                LoadPoint = "Склад 1", UnloadPoint = "Склад 2", Redirect = "Склад 3", Forwarder = "Экспедитор",
            },
            VarFields = ["первое", "", "третье"],
            Positions =
            [
                waybill.Positions[0] with
                {
                    PackId = "7", AlcPercent = 40m, AlcPercentMin = 39.5m, AlcPercentMax = 40.5m, ExciseNumber = "12", ExciseDate = new DateOnly(2026, 1, 15), ExciseSum = 10.5m, ExciseBase = 100m,
                    Product = waybill.Positions[0].Product with { UnitType = "Unpacked", Type = "Спирт", Producer = producer }, Trees = [tree],
                },
                waybill.Positions[1] with
                {
                    Product = waybill.Positions[1].Product with { Producer = producer with { Form = OrganisationForm.FO, TsNumber = null } },
                    Boxes = [new MarkBox(Box(3), ["010460000012345521aB3-x9Z"]) { IsBeer = true }, new MarkBox(null, [Mark(50)])],
                },
            ],
        });
    }

    private static BuildOrder Incoming(EgaisOperation operation, ConnectorRecord? extra = null) => Orders.Of(operation, Orders.Card(EgaisDocumentKind.IncomingWaybill, Received()), extra);

    private static BuildOrder Ask(EgaisOperation operation, params (string Name, object? Value)[] fields) => Orders.Of(operation, null, new ConnectorRecord(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    private static BuildOrder Ask(EgaisOperation operation, ConnectorRecord extra) => Orders.Of(operation, null, extra);

    private static ConnectorRecord ChargeOn()
    {
        var act = Act("Пересортица", Line("1", ("product", Product()), ("quantity", 2L), ("origin", Origin()), ("marks", MarkList(1, 2))));
        act["actWriteOff"] = "AWO-0900000001";
        return act;
    }

    private static ConnectorRecord WriteOff() => Act(
        "Реализация",
        Line("1", ("quantity", 1L), ("sumSale", 500L), ("f2RegId", "FB-000000900000001"), ("marks", MarkList(1))),
        Line("2", ("quantity", 2.5m), ("sumSale", 0L), ("f2RegId", "FB-000000900000002"), ("marks", new List<object?> { "010460000012345521aB3-x9Z" })));

    private static ConnectorRecord Transfer() => Act("", Line("1", ("alcCode", "0123456789012345678"), ("quantity", 6L), ("f2RegId", "FB-000000900000001")));

    private static ConnectorRecord Cheque(params (string Name, object? Value)[] catering) => new()
    {
        ["kassa"] = "1", ["shift"] = "12", ["number"] = "340", ["date"] = "2026-02-05T12:00:00", ["type"] = "Продажа",
        ["content"] = new List<object?>
        {
            new ConnectorRecord { ["barcode"] = Mark(1), ["ean"] = "4600000000008", ["price"] = 500m },
            new ConnectorRecord { ["posIdentity"] = "2", ["product"] = Product(), ["quantity"] = 1L, ["ean"] = "4600000000008", ["price"] = 90m },
            new ConnectorRecord(catering.Select(field => KeyValuePair.Create(field.Name, field.Value))) { ["barcode"] = Mark(2), ["ean"] = "4600000000008", ["price"] = 30m },
        },
    };
}
