namespace Cleverence.Connectivity.Marking;

/// <summary>The word that codes are about to be asked for, committed before the asking: what is found open after a crash must be reconciled first.</summary>
/// <param name="Id">Its id, a UUID of version 7.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Gtin">The product.</param>
/// <param name="Quantity">How many are asked for.</param>
/// <param name="StartedAt">When.</param>
public sealed record FetchIntent(string Id, string OrderId, string Gtin, int Quantity, DateTimeOffset StartedAt);
