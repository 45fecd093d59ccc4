namespace Server.Api;

/// <summary>Events of documents whose handlers have not answered, oldest first.</summary>
internal sealed record DocumentEventList(IReadOnlyList<DocumentEventBody> Events);
