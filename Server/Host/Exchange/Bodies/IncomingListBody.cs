namespace Server.Exchange;

/// <summary>Incoming items, oldest first.</summary>
internal sealed record IncomingListBody(IReadOnlyList<IncomingItemBody> Items);
