namespace Server.OpenApi;

/// <summary>Operations, for the description of the API only.</summary>
internal sealed record BackgroundList(bool Ok, IReadOnlyList<BackgroundBody> Operations, string RequestId);
