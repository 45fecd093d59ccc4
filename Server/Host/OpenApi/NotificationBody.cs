using System.ComponentModel;

namespace Server.OpenApi;

/// <summary>The envelope of a notification, for the description of the API only.</summary>
internal sealed record NotificationBody(
    [property: Description("0afef160-bfcb-459e-a890-a4afbb73b7ba message, 14076bb1-a1f5-4876-975a-3b7f69383f6c progress, 28e5ab5c-196b-44be-aab5-8fe7edb5225b finished, 5d0c2b9e-7f43-4b0a-9a6c-61c1a3e84f17 notice.")] string Kind,
    string OperationId,
    [property: Description("Unix milliseconds, growing; the place to go on from.")] long SentAtUtcMs,
    string Group,
    [property: Description("Null where the content is over 1 KB: then reference is the address to read it at.")] NotificationResultBody? Result,
    string? Reference = null);
