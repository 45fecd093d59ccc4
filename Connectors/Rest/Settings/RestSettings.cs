using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>The settings of a REST connector: one outside system and its request templates.</summary>
public sealed class RestSettings : HttpSettings
{
    /// <summary>The request templates, each a method of the connector.</summary>
    public IList<RestTemplateSettings> Templates { get; } = [];

    /// <summary>The header that carries the id of a Keyed call.</summary>
    public string KeyHeader { get; set; } = TransportRequest.DefaultKeyHeader;

    /// <summary>A method without arguments that a check of the connector calls, as <c>Method</c> or <c>Class.Method</c>; it must be Safe. Empty for none.</summary>
    public string Check { get; set; } = "";
}
