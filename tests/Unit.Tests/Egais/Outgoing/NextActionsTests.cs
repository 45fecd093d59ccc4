using Cleverence.Connectivity;
using Connectors.Egais;
using Unit.Tests.Egais.Outgoing.Support;
using static Connectors.Egais.EgaisDocumentKind;
using static Connectors.Egais.EgaisOperation;

namespace Unit.Tests.Egais.Outgoing;

[TestClass]
public sealed class NextActionsTests
{
    [TestMethod]
    [DataRow(nameof(IncomingWaybill), "ConfirmReceipt", nameof(ActAccept))]
    [DataRow(nameof(IncomingWaybill), "ПодтвердитеПолучение", nameof(ActAccept))]
    [DataRow(nameof(IncomingWaybill), "ConfirmReceiptAccept", nameof(ActAccept))]
    [DataRow(nameof(IncomingWaybill), "ПодтвердитеПолучениеАктПодтверждения", nameof(ActAccept))]
    [DataRow(nameof(IncomingWaybill), "ConfirmReceiptDifferences", nameof(ActDifferences))]
    [DataRow(nameof(IncomingWaybill), "ПодтвердитеПолучениеАктРасхождений", nameof(ActDifferences))]
    [DataRow(nameof(IncomingWaybill), "refuseWaybill", nameof(ActReject))]
    [DataRow(nameof(IncomingWaybill), "ОткажитесьОтНакладной", nameof(ActReject))]
    [DataRow(nameof(IncomingWaybill), "RequestRepeal", nameof(RepealRequestWayBill))]
    [DataRow(nameof(IncomingWaybill), "ЗапроситеОтменуПроведения", nameof(RepealRequestWayBill))]
    [DataRow(nameof(OutgoingWaybill), "TransferData", nameof(WayBill))]
    [DataRow(nameof(OutgoingWaybill), "ПередайтеДанные", nameof(WayBill))]
    [DataRow(nameof(OutgoingWaybill), "RefuseWaybill", nameof(ActReject))]
    [DataRow(nameof(OutgoingWaybill), "ConfirmDifferences", nameof(DifferencesConfirm))]
    [DataRow(nameof(OutgoingWaybill), "ПодтвердитеАктОРасхождениях", nameof(DifferencesConfirm))]
    [DataRow(nameof(OutgoingWaybill), "RefuseDifferences", nameof(DifferencesRefuse))]
    [DataRow(nameof(OutgoingWaybill), "ОткажитесьОтАктаОРасхождениях", nameof(DifferencesRefuse))]
    [DataRow(nameof(OutgoingWaybill), "ConfirmRepeal", nameof(RepealConfirmWayBill))]
    [DataRow(nameof(OutgoingWaybill), "ПодтвердитеЗапросНаОтменуПроведения", nameof(RepealConfirmWayBill))]
    [DataRow(nameof(OutgoingWaybill), "RefuseRepeal", nameof(RepealRefuseWayBill))]
    [DataRow(nameof(OutgoingWaybill), "ОткажитесьОтЗапросаНаОтменуПроведения", nameof(RepealRefuseWayBill))]
    [DataRow(nameof(ChargeOn), "TransferData", nameof(ChargeOnRegister1))]
    [DataRow(nameof(ChargeOn), "RequestRepeal", nameof(RepealRequestChargeOn))]
    [DataRow(nameof(WriteOff), "TransferData", nameof(WriteOffRegister1))]
    [DataRow(nameof(WriteOff), "RequestRepeal", nameof(RepealRequestWriteOff))]
    [DataRow(nameof(RestsQuery), "RequestRests", nameof(QueryRests))]
    [DataRow(nameof(RestsQuery), "ЗапроситеОстатки", nameof(QueryRests))]
    [DataRow(nameof(MarksQuery), "RequestMarks", nameof(QueryMarkCodes))]
    [DataRow(nameof(MarksQuery), "ЗапроситеАкцизныеМарки", nameof(QueryMarkCodes))]
    [DataRow(nameof(EgaisDocumentKind.Raw), "TransferData", nameof(EgaisOperation.Raw))]
    public void Action_of_a_kind_of_document_is_its_operation(string kind, string action, string operation) => Of(kind, action, []).Should().Be(operation);

    [TestMethod]
    [DataRow(nameof(IncomingWaybill), "TransferData")]
    [DataRow(nameof(IncomingWaybill), "ConfirmDifferences")]
    [DataRow(nameof(OutgoingWaybill), "ConfirmReceipt")]
    [DataRow(nameof(OutgoingWaybill), "RequestRepeal")]
    [DataRow(nameof(ShopTransfer), "RequestRepeal")]
    [DataRow(nameof(RestsQuery), "TransferData")]
    [DataRow(nameof(ChargeOn), "CancelOperation")]
    public void Action_that_a_kind_does_not_know_has_no_operation(string kind, string action) => Of(kind, action, []).Should().BeNull();

    [TestMethod]
    [DataRow(nameof(ChargeOn), "TransferData", 2L, nameof(ChargeOnRegister2))]
    [DataRow(nameof(ChargeOn), "TransferData", 3L, nameof(ChargeOnRegister3))]
    [DataRow(nameof(WriteOff), "TransferData", 2L, nameof(WriteOffRegister2))]
    [DataRow(nameof(WriteOff), "TransferData", 3L, nameof(WriteOffRegister3))]
    [DataRow(nameof(RestsQuery), "RequestRests", 2L, nameof(QueryRestsShop))]
    public void Register_of_the_document_decides(string kind, string action, long register, string operation) => Of(kind, action, new ConnectorRecord { ["register"] = register }).Should().Be(operation);

    [TestMethod]
    [DataRow(nameof(ChargeOn), 2L)]
    [DataRow(nameof(WriteOff), 3L)]
    public void Only_acts_of_register_1_can_be_repealed(string kind, long register) => Of(kind, "RequestRepeal", new ConnectorRecord { ["register"] = register }).Should().BeNull();

    [TestMethod]
    [DataRow("ToShop", nameof(TransferToShop))]
    [DataRow("ИзТорговогоЗала", nameof(TransferFromShop))]
    public void Direction_of_a_transfer_decides(string direction, string operation) => Of(nameof(ShopTransfer), "TransferData", new ConnectorRecord { ["direction"] = direction }).Should().Be(operation);

    [TestMethod]
    [DataRow("F1", nameof(QueryF1))]
    [DataRow("QueryF2", nameof(QueryF2))]
    [DataRow("f2history", nameof(QueryF2History))]
    [DataRow("HistoryShop", nameof(QueryHistoryShop))]
    [DataRow("nothing", null)]
    public void Report_is_asked_for_by_its_kind(string report, string? operation) => Of(nameof(Report), "RequestReport", new ConnectorRecord { ["report"] = report }).Should().Be(operation);

    [TestMethod]
    public void Short_rests_are_asked_for_by_a_flag() => Of(nameof(RestsQuery), "RequestRests", new ConnectorRecord { ["register"] = 2L, ["short"] = true }).Should().Be(nameof(QueryRestsShopMini));

    [TestMethod]
    [DataRow("ConfirmReceipt")]
    [DataRow("ConfirmReceiptDifferences")]
    public void Receipt_with_differences_is_an_act_of_differences(string action) => Receipt(action, Orders.OneBottleMissing()).Should().Be(nameof(ActDifferences));

    [TestMethod]
    public void Differences_that_differ_in_nothing_are_an_acceptance() => Receipt("ConfirmReceipt", Line("1", 3), Line("2", 12)).Should().Be(nameof(ActAccept));

    [TestMethod]
    [DataRow("ConfirmReceipt")]
    [DataRow("ConfirmReceiptDifferences")]
    public void Receipt_of_nothing_is_a_refusal(string action) => Receipt(action, Line("1", 0), Line("2", 0)).Should().Be(nameof(ActReject));

    [TestMethod]
    public void Differences_that_cannot_be_read_never_become_an_acceptance() => Receipt("ConfirmReceipt", Line("77", 0)).Should().Be(nameof(ActDifferences));

    [TestMethod]
    public void Differences_that_cannot_be_read_never_become_a_refusal() => Receipt("ConfirmReceipt", Line("1", 0), Line("2", 0), Line("77", 0)).Should().Be(nameof(ActDifferences));

    private static ConnectorRecord Line(string identity, long quantity) => new() { ["positionIdentity"] = identity, ["realQuantity"] = quantity };

    private static string? Receipt(string action, params ConnectorRecord[] lines) => NextActions.OperationOf(IncomingWaybill, action, Orders.Card(IncomingWaybill, Payloads.Received()), Orders.Lines(lines))?.ToString();

    // The vocabulary is internal, so the rows of a test hold its names.
    private static string? Of(string kind, string action, ConnectorRecord payload)
    {
        var known = Enum.Parse<EgaisDocumentKind>(kind);
        return NextActions.OperationOf(known, action, Orders.Card(known, payload), [])?.ToString();
    }
}
