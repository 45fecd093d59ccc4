namespace Connectors.Egais;

/// <summary>A certificate of the token; every field may be missing.</summary>
internal sealed record UtmCertificate
{
    public string? Kind { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    public bool? IsValid { get; init; }

    public string? Issuer { get; init; }
}
