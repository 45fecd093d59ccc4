namespace Connectors.Exchange;

/// <summary>A suspended exchange: sealed, so that the store alone cannot read it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Sealed">Its sealed bytes.</param>
/// <param name="ExpiresAt">Until when it may be taken.</param>
public sealed record Suspension(string Id, byte[] Sealed, DateTimeOffset ExpiresAt);
