namespace Connectors.Rest;

/// <summary>The settings of a REST connector: one outside system and its request templates.</summary>
public sealed class RestSettings
{
    /// <summary>The address paths are relative to; http or https, without a query.</summary>
    public string BaseAddress { get; set; } = "";

    /// <summary>The limit of one exchange as <c>hh:mm:ss</c>.</summary>
    public string Timeout { get; set; } = "00:00:25";

    /// <summary>The limit of connecting as <c>hh:mm:ss</c>.</summary>
    public string ConnectTimeout { get; set; } = "00:00:05";

    /// <summary>The largest answer taken, in bytes.</summary>
    public long MaxResponseBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Headers of every request.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Hosts that may be reached beside the base address, as <c>host</c> or <c>host:port</c>.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>The request templates, each a method of the connector.</summary>
    public IList<RestTemplateSettings> Templates { get; } = [];
}
