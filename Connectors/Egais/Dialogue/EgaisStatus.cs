namespace Connectors.Egais;

/// <summary>The statuses of documents. Those of an answer to a document have its name in front: <c>ActAccept.ToSend</c>.</summary>
internal static class EgaisStatus
{
    public const string Draft = "Draft";
    public const string ToSend = "ToSend";
    public const string SentToUtm = "SentToUtm";
    public const string Processing = "Processing";
    public const string TransferError = "TransferError";
    public const string ConductError = "ConductError";
    public const string NoAnswer = "NoAnswer";
    public const string ReceivedFromEgais = "ReceivedFromEgais";
    public const string Confirmed = "Confirmed";
    public const string ConfirmedWithDifferences = "ConfirmedWithDifferences";
    public const string Cancelled = "Cancelled";
    public const string CancelledBySupplier = "CancelledBySupplier";
    public const string CancelledByClient = "CancelledByClient";
    public const string ProcessedByClient = "ProcessedByClient";
    public const string DifferencesReceived = "DifferencesReceived";
    public const string RepealRequestReceived = "RepealRequestReceived";
    public const string Conducted = "Conducted";
    public const string ReceivedRests = "ReceivedRests";
    public const string ReceivedMarks = "ReceivedMarks";
    public const string ReceivedReport = "ReceivedReport";

    /// <summary>The last part of the statuses that an answer to a document goes through.</summary>
    public const string Error = "Error";

    /// <summary>Whether an operation is under way or has failed: nothing that a document comes to rest in.</summary>
    public static bool IsUnsettled(string status) => status[(status.IndexOf('.', StringComparison.Ordinal) + 1)..] is ToSend or SentToUtm or Processing or Error or TransferError or ConductError or NoAnswer;
}
