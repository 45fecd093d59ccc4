namespace Server.Exchange;

/// <summary>A message and what happened to it, oldest first.</summary>
internal sealed record MessageDetailsBody(ExchangeMessageBody Message, IReadOnlyList<ProtocolBody> Protocol);
