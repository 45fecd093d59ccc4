using Server.Storage;

namespace Server.Api;

/// <summary>Who makes a request, once admitted.</summary>
/// <param name="Key">The key it came with.</param>
/// <param name="RequestId">The id of the answer: the caller's own, or one made here.</param>
/// <param name="OwnRequestId">The caller's own id, or null.</param>
/// <param name="Device">The device, or null.</param>
/// <param name="Language">The language of messages.</param>
internal sealed record ApiCaller(ApiKey Key, string RequestId, string? OwnRequestId, string? Device, string? Language);
