namespace Connectors.Transport;

/// <summary>The proxy between here and the other system. The machine's own proxy settings are not used.</summary>
public sealed class ProxySettings
{
    /// <summary>Its address, such as <c>http://proxy:3128</c>; empty for none.</summary>
    public string Address { get; set; } = "";

    /// <summary>The user it asks for.</summary>
    public string User { get; set; } = "";

    /// <summary>The password it asks for.</summary>
    public string Password { get; set; } = "";

    /// <summary>Hosts reached without it.</summary>
    public IList<string> Bypass { get; } = [];
}
