namespace Connectors.ChestnyZnak;

/// <summary>Where the services of one contour are: scheme, host and perhaps a path before <c>/api</c>.</summary>
public sealed class ZnakAddressSettings
{
    /// <summary>True API.</summary>
    public string TrueApi { get; set; } = "";

    /// <summary>The order management station (СУЗ).</summary>
    public string Suz { get; set; } = "";

    /// <summary>The root that lists the hosts of the permissive mode.</summary>
    public string Cdn { get; set; } = "";
}
