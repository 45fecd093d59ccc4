namespace DemoErp;

/// <summary>What a caller wants moved; a missing place is the outside.</summary>
internal sealed record MovementRequest(string? Item, string? From, string? To, decimal Quantity);
