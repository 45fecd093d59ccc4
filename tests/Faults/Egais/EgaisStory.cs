using Faults.Judge;

namespace Faults.Egais;

/// <summary>What the consignee does with a waybill. Beside it, the shipper writes bottles off and takes that back.</summary>
internal sealed record EgaisStory(string Name, string Action, EgaisEnd End)
{
    /// <summary>The consignee accepts everything.</summary>
    public static EgaisStory Accepts { get; } = new("accepted", "ConfirmReceipt", new EgaisEnd("Confirmed", "Confirmed", "Accepted", "Cancelled", "repealed"));

    /// <summary>The consignee sends it back.</summary>
    public static EgaisStory Refuses { get; } = new("refused", "RefuseWaybill", new EgaisEnd("CancelledByClient", "Cancelled", "Refused", "Cancelled", "repealed"));

    /// <summary>A bottle is missing, and the shipper agrees.</summary>
    public static EgaisStory Differs { get; } = new("with differences", "ConfirmReceiptDifferences", new EgaisEnd("ConfirmedWithDifferences", "ConfirmedWithDifferences", "AcceptedWithDifferences", "Cancelled", "repealed"));

    public static IReadOnlyList<EgaisStory> All { get; } = [Accepts, Refuses, Differs];
}
