namespace Connectors.Egais;

/// <summary>
/// What a document's state remembers besides the receipts, in <c>DocumentState.Receipts</c>. What is remembered only grows within an operation,
/// and the status is computed from all of it: so the end does not depend on the order in which the registry's word arrives.
/// </summary>
internal static class Memory
{
    public const string Sent = "Sent";
    public const string Parked = "Parked";
    public const string Reversed = "Reversed";

    /// <summary>The registry did not take it, or the UTM.</summary>
    public const string Failed = "Failed";

    /// <summary>The registry took it but did not conduct it.</summary>
    public const string NotConducted = "NotConducted";

    /// <summary>A failure that a later receipt takes back: the registry has the act already, or the answer is late.</summary>
    public const string Doubted = "Doubted";

    /// <summary>Nothing came in time; the operation may be repeated.</summary>
    public const string Overdue = "Overdue";

    public const string PartnerAccepted = "Partner:Accepted";
    public const string PartnerRejected = "Partner:Rejected";
    public const string PartnerDiffers = "Partner:Differences";
    public const string DifferencesConfirmed = "Differences:Accepted";
    public const string DifferencesRefused = "Differences:Rejected";
    public const string RepealAsked = "Repeal:Asked";
    public const string RepealConfirmed = "Repeal:Accepted";
    public const string RepealRefused = "Repeal:Rejected";

    /// <summary>The registration of the waybill lacks positions: nothing can be answered to it.</summary>
    public const string Incomplete = "Incomplete";

    /// <summary>An earlier operation un-conducted the document: what is said of that once more is over.</summary>
    public const string Repealed = "Repealed";

    /// <summary>The goods were checked.</summary>
    public const string Checked = "Checked";

    private const string MessagePrefix = "Message:";
    private const string FromPrefix = "From:";

    /// <summary>The message that the operation is under way with.</summary>
    public static string? MessageOf(IReadOnlyList<string> memory) => Find(memory, MessagePrefix);

    /// <summary>The status before the operation.</summary>
    public static string? FromOf(IReadOnlyList<string> memory) => Find(memory, FromPrefix);

    public static string Message(string id) => MessagePrefix + id;

    public static string From(string status) => FromPrefix + status;

    /// <summary>What stays when another operation begins.</summary>
    public static bool Outlives(string memory) => memory is Checked or Incomplete or Repealed;

    private static string? Find(IReadOnlyList<string> memory, string prefix) => memory.FirstOrDefault(word => word.StartsWith(prefix, StringComparison.Ordinal))?[prefix.Length..];
}
