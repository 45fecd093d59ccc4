namespace Server.Api;

/// <summary>All keys, oldest first, revoked ones included.</summary>
internal sealed record KeyList(IReadOnlyList<KeyBody> Keys);
