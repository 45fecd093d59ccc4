using System.Collections.Frozen;
using static Connectors.Egais.EgaisDocumentKind;
using static Connectors.Egais.EgaisOperation;

namespace Connectors.Egais;

/// <summary>The tables of states.</summary>
internal static class OperationRows
{
    private static readonly OperationRow RepealRequest = OperationRow.Group("RepealRequest", EgaisStatus.ReceivedFromEgais, NextAction.RequestRepeal) with
    {
        Reversed = EgaisStatus.ReceivedFromEgais, Refused = Memory.RepealRefused, RefusedStatus = EgaisStatus.Confirmed,
    };

    // A request to take a refusal back has its own name, and when it is refused the refusal stands.
    private static readonly OperationRow RejectRepealRequest = OperationRow.Group("RejectRepealRequest", EgaisStatus.ReceivedFromEgais, NextAction.RequestRepeal) with
    {
        Reversed = EgaisStatus.ReceivedFromEgais, Refused = Memory.RepealRefused, RefusedStatus = EgaisStatus.Cancelled,
    };

    private static readonly OperationRow Act = OperationRow.Own(EgaisStatus.Conducted) with { ConductError = EgaisStatus.ConductError };
    private static readonly OperationRow ActRepeal = OperationRow.Group("RepealRequest", EgaisStatus.Cancelled, NextAction.RequestRepeal);
    private static readonly OperationRow Rests = OperationRow.Own(EgaisStatus.ReceivedRests, NextAction.RequestRests) with { WaitForReply = NextAction.WaitRests };
    private static readonly OperationRow Marks = OperationRow.Own(EgaisStatus.ReceivedMarks, NextAction.RequestMarks) with { WaitForReply = NextAction.WaitMarks };
    private static readonly OperationRow Reported = OperationRow.Own(EgaisStatus.ReceivedReport, NextAction.RequestReport);

    private static readonly FrozenDictionary<(EgaisDocumentKind, EgaisOperation), OperationRow> Rows = new Dictionary<(EgaisDocumentKind, EgaisOperation), OperationRow>
    {
        [(IncomingWaybill, ActAccept)] = OperationRow.Group("ActAccept", EgaisStatus.Confirmed, NextAction.ConfirmReceipt) with { Reversed = EgaisStatus.CancelledBySupplier },
        [(IncomingWaybill, ActDifferences)] = OperationRow.Group("ActDifferences", EgaisStatus.ConfirmedWithDifferences, NextAction.ConfirmReceipt) with
        {
            Reversed = EgaisStatus.CancelledBySupplier, Agreed = Memory.DifferencesConfirmed, Refused = Memory.DifferencesRefused, RefusedStatus = EgaisStatus.CancelledBySupplier,
        },
        [(IncomingWaybill, ActReject)] = OperationRow.Group("ActReject", EgaisStatus.Cancelled, NextAction.RefuseWaybill),
        [(IncomingWaybill, RepealRequestWayBill)] = RepealRequest,
        [(OutgoingWaybill, WayBill)] = OperationRow.Own(EgaisStatus.ProcessedByClient) with { Reversed = EgaisStatus.CancelledByClient },
        [(OutgoingWaybill, DifferencesConfirm)] = OperationRow.Group("DifferencesConfirm", EgaisStatus.ConfirmedWithDifferences, NextAction.ConfirmDifferences) with { Reversed = EgaisStatus.CancelledByClient },
        [(OutgoingWaybill, DifferencesRefuse)] = OperationRow.Group("DifferencesRefuse", EgaisStatus.Cancelled, NextAction.RefuseDifferences),
        [(OutgoingWaybill, ActReject)] = OperationRow.Group("OwnReject", EgaisStatus.Cancelled, NextAction.RefuseWaybill),
        [(OutgoingWaybill, RepealConfirmWayBill)] = OperationRow.Group("RepealConfirm", EgaisStatus.ProcessedByClient, NextAction.ConfirmRepeal) with { Reversed = EgaisStatus.ProcessedByClient },
        [(OutgoingWaybill, RepealRefuseWayBill)] = OperationRow.Group("RepealRefuse", EgaisStatus.Confirmed, NextAction.RefuseRepeal) with { Reversed = EgaisStatus.CancelledByClient },
        [(ChargeOn, ChargeOnRegister1)] = Act,
        [(ChargeOn, ChargeOnRegister2)] = Act,
        [(ChargeOn, ChargeOnRegister3)] = Act,
        [(ChargeOn, RepealRequestChargeOn)] = ActRepeal,
        [(WriteOff, WriteOffRegister1)] = Act,
        [(WriteOff, WriteOffRegister2)] = Act,
        [(WriteOff, WriteOffRegister3)] = Act,
        [(WriteOff, RepealRequestWriteOff)] = ActRepeal,
        [(ShopTransfer, TransferToShop)] = Act,
        [(ShopTransfer, TransferFromShop)] = Act,
        [(Report, ReportProduced)] = Act,
        [(Report, ReportImported)] = Act,
    }.ToFrozenDictionary();

    /// <summary>The row of an operation; null where the kind of document has no such operation.</summary>
    /// <param name="kind">The kind of document.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="from">The status that the document was in before.</param>
    public static OperationRow? Find(EgaisDocumentKind kind, EgaisOperation operation, string? from)
    {
        if (Rows.TryGetValue((kind, operation), out var row)) return ReferenceEquals(row, RepealRequest) && from == EgaisStatus.Cancelled ? RejectRepealRequest : row;
        return kind switch
        {
            RestsQuery when OperationRules.IsQuestion(operation) => Rests,
            MarksQuery when OperationRules.IsQuestion(operation) => Marks,
            EgaisDocumentKind.Report when OperationRules.IsQuestion(operation) => Reported,
            // What is sent ready-made may be of any type.
            EgaisDocumentKind.Raw when operation < IncomingWayBill => Act,
            _ => null,
        };
    }
}
