using Connectors.Transport;

namespace Connectors.OneC;

/// <summary>Where a base is and how it is called; made of the settings, immutable.</summary>
/// <param name="Http">What all connectors over HTTP share.</param>
/// <param name="Zone">The zone of the base.</param>
internal sealed record OneCOptions(TransportOptions Http, TimeZoneInfo Zone)
{
    /// <summary>How much later than ours the server's limit of a call ends, so that the failure that is told names the operation.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    public OneCSessionMode Sessions { get; init; } = OneCSessionMode.Auto;

    public TimeSpan SessionMaxAge { get; init; } = TimeSpan.FromSeconds(20);

    public TimeSpan PoolTimeout { get; init; } = TimeSpan.FromSeconds(5);

    public int MaxConcurrency { get; init; } = 4;

    public TimeSpan LongLimit { get; init; } = TimeSpan.FromSeconds(600);

    public TimeSpan PartTimeout { get; init; } = TimeSpan.FromSeconds(180);

    public int PartSizeKb { get; init; } = 1024;

    /// <summary>The path of our HTTP service below the base: <c>hs/conn</c>.</summary>
    public string ServicePath { get; init; } = "hs/conn";

    /// <summary>The version segment: <c>v1</c>.</summary>
    public string Version { get; init; } = "v1";
}
