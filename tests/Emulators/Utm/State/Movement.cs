namespace Emulators.Utm;

/// <summary>A movement of a batch.</summary>
internal sealed record Movement(long Order, string FsrarId, string F2, string AlcCode, string DocType, string DocId, string Operation, decimal Quantity, DateTimeOffset At);
