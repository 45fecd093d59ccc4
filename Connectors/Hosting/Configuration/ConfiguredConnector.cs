using Cleverence.Connectivity;
using Microsoft.Extensions.Configuration;

namespace Connectors.Hosting;

/// <summary>One entry of <c>connectors.json</c>: what it says, its settings with secrets filled in, and why it cannot be used, if so.</summary>
internal sealed record ConfiguredConnector(ConnectorOptions Options, IConfigurationSection Settings, ConnectorError? Fault)
{
    public static IConfigurationSection NoSettings { get; } = new ConfigurationBuilder().Build().GetSection("settings");

    /// <summary>Whether the other entry asks for the same connector.</summary>
    public bool SameAs(ConfiguredConnector other) => Options.Equals(other.Options) && Equals(Fault, other.Fault);

    // Errors hold a list of offenders, which records compare by reference; the sentence tells them apart as well.
    private static bool Equals(ConnectorError? one, ConnectorError? two) => one?.Detail == two?.Detail && one?.Message == two?.Message;
}
