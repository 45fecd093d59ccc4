namespace Emulators.ChestnyZnak;

/// <summary>An export.</summary>
internal sealed record DispenserTask(string Id, string Inn, string Name, int Group, string Params, DateTimeOffset Created, DateTimeOffset DueAt, string ResultId);
