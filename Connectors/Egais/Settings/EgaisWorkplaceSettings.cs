namespace Connectors.Egais;

/// <summary>What differs at one workplace from the organisation's settings; a field that is not given stays as it is there.</summary>
public sealed class EgaisWorkplaceSettings
{
    /// <summary>Who talks with the UTM: <c>server</c> or <c>client</c>.</summary>
    public string? Mode { get; set; }

    /// <summary>The host of the UTM as the workplace sees it.</summary>
    public string? Host { get; set; }

    /// <summary>The port of the UTM.</summary>
    public int? Port { get; set; }

    /// <summary>The limit of one request as <c>hh:mm:ss</c>.</summary>
    public string? Timeout { get; set; }

    /// <summary>Whether everything that arrives is loaded.</summary>
    public bool? LoadIncoming { get; set; }

    /// <summary>The generation of formats: <c>V4</c> or <c>V3</c>.</summary>
    public string? FormatVersion { get; set; }

    /// <summary>How often it exchanges, as <c>hh:mm:ss</c>; empty for never by schedule.</summary>
    public string? Schedule { get; set; }

    /// <summary>Whether it takes part in the exchange.</summary>
    public bool? Enabled { get; set; }
}
