using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>The settings of a REST connector: one outside system and its request templates.</summary>
public sealed class RestSettings : HttpSettings
{
    /// <summary>The request templates, each a method of the connector.</summary>
    public IList<RestTemplateSettings> Templates { get; } = [];
}
