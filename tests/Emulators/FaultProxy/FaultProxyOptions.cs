namespace Emulators.Faults;

/// <summary>How a fault proxy is started.</summary>
public sealed record FaultProxyOptions
{
    /// <summary>The port; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>The system behind it; it answers by itself when null.</summary>
    public Uri? To { get; init; }

    /// <summary>When a 429 says to come back.</summary>
    public TimeSpan After { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The pause between two bytes of a slow answer.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Which requests meet the fault; the others are passed on. All when null; faults of the connection always meet all.</summary>
    public Func<ProxiedRequest, bool>? When { get; init; }

    /// <summary>Told every request that reached the proxy.</summary>
    public Action<ProxiedRequest>? Seen { get; init; }
}
