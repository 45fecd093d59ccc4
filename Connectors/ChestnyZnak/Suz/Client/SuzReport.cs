namespace Connectors.ChestnyZnak;

/// <summary>Where a report stands.</summary>
/// <param name="State">DRAFT, PENDING, READY_TO_SEND, SENT, CHECK, SUCCESS, PARTIALLY, FAILED or REJECTED; an unknown word is kept.</param>
/// <param name="Reason">Why it was refused.</param>
internal sealed record SuzReport(string State, string? Reason);
