namespace Connectors.Egais;

/// <summary>A shipper, consignee or producer.</summary>
/// <param name="Form">Which of the forms.</param>
/// <param name="ClientRegId">Its FSRAR id.</param>
internal sealed record Organisation(OrganisationForm Form, string ClientRegId)
{
    public string? FullName { get; init; }

    public string? ShortName { get; init; }

    public string? Inn { get; init; }

    public string? Kpp { get; init; }

    /// <summary>The number of a taxpayer of the customs union.</summary>
    public string? TsNumber { get; init; }

    public string? Country { get; init; }

    public string? RegionCode { get; init; }

    /// <summary>The address in one line.</summary>
    public string? Address { get; init; }
}
