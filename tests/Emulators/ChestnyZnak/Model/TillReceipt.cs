namespace Emulators.ChestnyZnak;

/// <summary>A receipt of a till.</summary>
/// <param name="TransactionId">Its id.</param>
/// <param name="Inn">Whose till.</param>
/// <param name="Status">0 to 3.</param>
/// <param name="At">When.</param>
/// <param name="FiscalDrive">The till's fiscal drive.</param>
public sealed record TillReceipt(string TransactionId, string Inn, int Status, DateTimeOffset At, string FiscalDrive);
