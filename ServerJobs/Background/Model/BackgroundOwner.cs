namespace ServerJobs.Background;

/// <summary>The session that started an operation and is told about it: an API key on a device.</summary>
/// <param name="KeyId">The id of the key.</param>
/// <param name="DeviceId">The device; empty for none.</param>
public sealed record BackgroundOwner(string KeyId, string DeviceId)
{
    /// <summary>Whoever comes with a key without limits; no key has this id.</summary>
    public static BackgroundOwner Administrators { get; } = new("*", "");
}
