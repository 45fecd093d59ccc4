namespace Connectors.ChestnyZnak;

/// <summary>One organisation's profile at the order station.</summary>
/// <param name="Inn">Whose it is.</param>
/// <param name="OmsId">The profile's id; in lower case, for the station compares it by letters.</param>
internal sealed record SuzStation(string Inn, string OmsId);
