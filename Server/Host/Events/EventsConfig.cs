using Cleverence.Connectivity;

namespace Server.Events;

/// <summary>What <c>config/events.json</c> says: who is called for which event.</summary>
internal sealed record EventsConfig(IReadOnlyList<ConnectorCall> DocumentCompleted, bool AddSession)
{
    public static EventsConfig None { get; } = new([], false);
}
