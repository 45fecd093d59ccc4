namespace Connectors.Exchange;

/// <summary>A signature that was asked for.</summary>
/// <param name="ItemId">The id it is brought back under.</param>
/// <param name="MessageId">The message.</param>
/// <param name="Second">Whether it is that of the second payload.</param>
internal sealed record SuspendedItem(string ItemId, string MessageId, bool Second);
