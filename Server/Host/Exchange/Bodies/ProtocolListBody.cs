namespace Server.Exchange;

/// <summary>What happened, oldest first.</summary>
internal sealed record ProtocolListBody(IReadOnlyList<ProtocolBody> Protocol);
