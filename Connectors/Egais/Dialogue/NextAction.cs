namespace Connectors.Egais;

/// <summary>What may be done next with a document.</summary>
internal static class NextAction
{
    public const string None = "None";
    public const string TransferData = "TransferData";
    public const string PerformCheck = "PerformCheck";
    public const string ConfirmReceipt = "ConfirmReceipt";
    public const string ConfirmReceiptAccept = "ConfirmReceiptAccept";
    public const string ConfirmReceiptDifferences = "ConfirmReceiptDifferences";
    public const string RefuseWaybill = "RefuseWaybill";
    public const string ConfirmDifferences = "ConfirmDifferences";
    public const string RefuseDifferences = "RefuseDifferences";
    public const string RequestRepeal = "RequestRepeal";
    public const string ConfirmRepeal = "ConfirmRepeal";
    public const string RefuseRepeal = "RefuseRepeal";
    public const string RequestRests = "RequestRests";
    public const string RequestMarks = "RequestMarks";
    public const string RequestReport = "RequestReport";
    public const string CancelOperation = "CancelOperation";
    public const string CancelTransfer = "CancelTransfer";
    public const string RunExchange = "RunExchange";
    public const string WaitScheduledTransfer = "WaitScheduledTransfer";
    public const string WaitReceivedTicket = "WaitReceivedTicket";
    public const string WaitConductedTicket = "WaitConductedTicket";
    public const string WaitRegistration = "WaitRegistration";
    public const string WaitRests = "WaitRests";
    public const string WaitMarks = "WaitMarks";
    public const string WaitReport = "WaitReport";
    public const string WaitConfirmation = "WaitConfirmation";
    public const string WorkOffDifferences = "WorkOffDifferences";
    public const string DeclineDifferencesWork = "DeclineDifferencesWork";

    /// <summary>The action that a document must offer for another one to be taken: both ways of confirming a receipt are offered as one.</summary>
    public static string OfferedAs(string action) => action is ConfirmReceiptAccept or ConfirmReceiptDifferences ? ConfirmReceipt : action;
}
