using Connectors.Transport;

namespace Connectors.OneC;

/// <summary>The standard data exchange service, ready for use.</summary>
/// <param name="Root">Its root URL.</param>
/// <param name="Version">The version in the paths; empty for the one the base tells.</param>
/// <param name="PollDelay">The pause before the first look at an operation.</param>
/// <param name="PollStep">By how much it grows.</param>
/// <param name="MaxPollDelay">The longest pause.</param>
internal sealed record OneCExchangeOptions(string Root, string Version, TimeSpan PollDelay, TimeSpan PollStep, TimeSpan MaxPollDelay)
{
    /// <summary>Reads the settings; null when the service is not enabled.</summary>
    public static OneCExchangeOptions? Read(OneCExchangeSettings settings, SettingsProblems problems)
    {
        if (!settings.Enabled) return null;
        return new(
            OneCSettingsReader.Segment("exchange.root", settings.Root, "exchange_dsl_1_0_0_1", problems),
            settings.Version.Trim().Length == 0 ? "" : OneCSettingsReader.Segment("exchange.version", settings.Version, "1", problems),
            problems.Duration("exchange.pollDelay", settings.PollDelay, TimeSpan.FromSeconds(15)),
            problems.Duration("exchange.pollStep", settings.PollStep, TimeSpan.FromSeconds(30)),
            problems.Duration("exchange.maxPollDelay", settings.MaxPollDelay, TimeSpan.FromSeconds(180)));
    }
}
