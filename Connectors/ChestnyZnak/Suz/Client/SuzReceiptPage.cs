namespace Connectors.ChestnyZnak;

/// <summary>A page of a search for receipts.</summary>
/// <param name="Total">How many there are; -1 when not told.</param>
/// <param name="Receipts">Those of this page.</param>
internal sealed record SuzReceiptPage(long Total, IReadOnlyList<SuzReceipt> Receipts);
