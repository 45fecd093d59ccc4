namespace Connectors.Egais;

/// <summary>What may be done with a document that is at rest.</summary>
internal static class SettledActions
{
    /// <summary>The next actions of a status.</summary>
    /// <param name="kind">The kind of document.</param>
    /// <param name="operation">The operation it came by; null where it was not in one.</param>
    /// <param name="status">Its status.</param>
    /// <param name="memory">What its state remembers.</param>
    /// <param name="checkFirst">Whether goods are checked before a receipt is confirmed.</param>
    public static IReadOnlyList<string> Of(EgaisDocumentKind kind, EgaisOperation? operation, string status, IReadOnlyCollection<string> memory, bool checkFirst) => (kind, status) switch
    {
        (EgaisDocumentKind.IncomingWaybill, EgaisStatus.ReceivedFromEgais) when memory.Contains(Memory.Incomplete) => [],
        (EgaisDocumentKind.IncomingWaybill, EgaisStatus.ReceivedFromEgais) => [checkFirst && !memory.Contains(Memory.Checked) ? NextAction.PerformCheck : NextAction.ConfirmReceipt, NextAction.RefuseWaybill],
        (EgaisDocumentKind.IncomingWaybill, EgaisStatus.Confirmed or EgaisStatus.ConfirmedWithDifferences or EgaisStatus.Cancelled) => [NextAction.RequestRepeal],
        (EgaisDocumentKind.OutgoingWaybill, EgaisStatus.ProcessedByClient) => [NextAction.WaitConfirmation, NextAction.RefuseWaybill],
        (EgaisDocumentKind.OutgoingWaybill, EgaisStatus.DifferencesReceived) => [NextAction.ConfirmDifferences, NextAction.RefuseDifferences],
        (EgaisDocumentKind.OutgoingWaybill, EgaisStatus.RepealRequestReceived) => [NextAction.ConfirmRepeal, NextAction.RefuseRepeal],
        // Only acts about the warehouse can be taken back.
        (_, EgaisStatus.Conducted) when operation is EgaisOperation.ChargeOnRegister1 or EgaisOperation.WriteOffRegister1 => [NextAction.RequestRepeal],
        (EgaisDocumentKind.RestsQuery, EgaisStatus.Draft) => [NextAction.RequestRests],
        (EgaisDocumentKind.MarksQuery, EgaisStatus.Draft) => [NextAction.RequestMarks],
        // A report to the registry is sent ready-made; a report from it is asked for.
        (EgaisDocumentKind.Report, EgaisStatus.Draft) => [NextAction.RequestReport, NextAction.TransferData],
        (_, EgaisStatus.Draft) => [NextAction.TransferData],
        _ => [],
    };
}
