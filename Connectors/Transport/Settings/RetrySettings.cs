namespace Connectors.Transport;

/// <summary>How calls are repeated whose methods are marked Safe or Keyed; others never are.</summary>
public sealed class RetrySettings
{
    /// <summary>How many times after the first.</summary>
    public int Count { get; set; } = 2;

    /// <summary>The pause before the first repeat as <c>hh:mm:ss.f</c>; doubled for each further one.</summary>
    public string Delay { get; set; } = "00:00:00.2";

    /// <summary>The longest pause; a longer <c>Retry-After</c> of the other system ends the call instead.</summary>
    public string MaxDelay { get; set; } = "00:00:05";
}
