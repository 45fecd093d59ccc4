namespace Server.Exchange;

/// <summary>Messages, oldest first.</summary>
internal sealed record MessageListBody(IReadOnlyList<ExchangeMessageBody> Messages);
