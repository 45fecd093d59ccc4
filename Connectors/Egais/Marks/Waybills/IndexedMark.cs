namespace Connectors.Egais;

/// <summary>A mark of a waybill.</summary>
/// <param name="Mark">The mark.</param>
/// <param name="Position">The index of its position.</param>
/// <param name="Box">The box directly around it; null for none.</param>
internal readonly record struct IndexedMark(string Mark, int Position, string? Box);
