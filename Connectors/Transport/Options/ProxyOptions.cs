namespace Connectors.Transport;

/// <summary>The proxy between here and the other system.</summary>
/// <param name="Address">Its address.</param>
public sealed record ProxyOptions(Uri Address)
{
    /// <summary>The user it asks for; null for none.</summary>
    public string? User { get; init; }

    /// <summary>The password it asks for.</summary>
    public string Password { get; init; } = "";

    /// <summary>Hosts reached without it.</summary>
    public IReadOnlyList<string> Bypass { get; init; } = [];
}
