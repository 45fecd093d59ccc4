using Cleverence.Connectivity.Classic;

namespace Cleverence.Warehouse;

/// <summary>The session of the caller: the user, the handheld and the document in work.</summary>
public sealed class ServerSession
{
    /// <summary>The handheld and its user.</summary>
    public DeviceInfo DeviceInfo { get; set; } = new();

    /// <summary>The session of the call that runs now.</summary>
    /// <returns>A copy of the session: changing it changes nothing for others.</returns>
    /// <exception cref="InvalidOperationException">No classic connector runs here.</exception>
    public static ServerSession Get() => new() { DeviceInfo = ClassicScope.Required("ServerSession.Get").DeviceInfo };
}
