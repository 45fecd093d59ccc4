namespace Server.OpenApi;

/// <summary>Messages, for the description of the API only.</summary>
internal sealed record MessageList(bool Ok, IReadOnlyList<MessageBody> Messages, string RequestId);
