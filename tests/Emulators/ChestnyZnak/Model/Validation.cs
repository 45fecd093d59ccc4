namespace Emulators.ChestnyZnak;

/// <summary>A check of a transfer document before its shipment.</summary>
internal sealed record Validation(string Id, string Inn, string Status, IReadOnlyList<DocumentError> Errors, DateTimeOffset DueAt);
