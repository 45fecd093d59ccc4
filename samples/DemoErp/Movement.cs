namespace DemoErp;

/// <summary>A movement that happened.</summary>
internal sealed record Movement(int Number, string RequestId, DateTimeOffset At, string Item, string? From, string? To, decimal Quantity);
