namespace Connectors.Egais;

/// <summary>A position that differs from the waybill.</summary>
/// <param name="Position">The position's identity.</param>
/// <param name="Invoiced">What the waybill says.</param>
/// <param name="Real">What came.</param>
/// <param name="RejectedMarks">The marks that did not.</param>
internal sealed record WaybillDifference(string Position, decimal Invoiced, decimal Real, IReadOnlyList<string> RejectedMarks);
