namespace Connectors.OneC;

/// <summary>The web services of the base.</summary>
public sealed class OneCSoapSettings
{
    /// <summary>The services, each a class of the connector.</summary>
    public IList<OneCWebServiceSettings> Services { get; } = [];
}
