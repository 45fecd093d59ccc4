using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>What <c>config/connectors.json</c> says of one connector, checked. Compared by value: an unchanged entry keeps its connector.</summary>
internal sealed record ConnectorOptions(string Id, string Type)
{
    public bool Enabled { get; init; } = true;

    /// <summary>The limit of one call; a method may carry its own. Null means no limit: only a classic connector may say so, with 0.</summary>
    public TimeSpan? Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many calls run side by side; null means the default: 16, and 1 for a classic connector.</summary>
    public int? Gate { get; init; }

    /// <summary>How many calls may wait for a place.</summary>
    public int Queue { get; init; } = 32;

    /// <summary>How often a failed call of a Safe or Keyed method is repeated; off by default.</summary>
    public int Retries { get; init; }

    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How many failures in a row open the breaker of a target; 0 switches it off.</summary>
    public int BreakerFailures { get; init; } = 3;

    public TimeSpan BreakerPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether request ids are committed to the store before the call, so that a repeat is recognised after a restart.</summary>
    public bool ReplayInStore { get; init; }

    /// <summary>Whether a swap of the plugin's files stops the old instance before the new one starts; null means the default: only for classic connectors.</summary>
    public bool? StopFirst { get; init; }

    /// <summary>The methods of a classic connector that may be called a second time after a time-out (<c>ReInvoke</c>).</summary>
    public IReadOnlyList<string> ReInvoke { get; init; } = [];

    /// <summary>Whether the entry gives a limit at all: a classic connector may bring its own.</summary>
    public bool TimeoutIsGiven { get; init; }

    /// <summary>Whether <c>timeout</c> was a number without a unit, which only a classic connector may be given.</summary>
    public bool TimeoutIsBare { get; init; }

    /// <summary>The unit of a classic connector's integer <c>timeout</c>: <c>ms</c> or <c>s</c>.</summary>
    public string TimeoutUnit { get; init; } = "ms";

    /// <summary>What a classic connector does when its limit passes; null leaves what it set itself.</summary>
    public TimeoutBehavaior? TimeoutBehavaior { get; init; }

    /// <summary>What stands between class and method for a classic connector.</summary>
    public string ClassJoiner { get; init; } = ".";

    /// <summary>The text of the settings section, so that a change is seen.</summary>
    public string SettingsText { get; init; } = "";
}
