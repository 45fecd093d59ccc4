namespace Connectors.OneC;

/// <summary>The standard data exchange service that most configurations have.</summary>
public sealed class OneCExchangeSettings
{
    /// <summary>Whether its methods are offered.</summary>
    public bool Enabled { get; set; }

    /// <summary>Its root URL.</summary>
    public string Root { get; set; } = "exchange_dsl_1_0_0_1";

    /// <summary>The interface version in the paths; empty for the one the base tells.</summary>
    public string Version { get; set; } = "";

    /// <summary>The pause before the first look at a long operation.</summary>
    public string PollDelay { get; set; } = "00:00:15";

    /// <summary>By how much the pause grows with each look.</summary>
    public string PollStep { get; set; } = "00:00:30";

    /// <summary>The longest pause.</summary>
    public string MaxPollDelay { get; set; } = "00:03:00";
}
