namespace Connectors.Egais;

/// <summary>Who scanned.</summary>
/// <param name="User">The user, when known.</param>
/// <param name="Device">The device, when known.</param>
internal sealed record ScanSource(string? User, string? Device);
