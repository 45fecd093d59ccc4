namespace Connectors.ChestnyZnak;

/// <summary>One participant, read and checked.</summary>
/// <param name="Inn">The taxpayer number.</param>
/// <param name="Contour">The contour.</param>
internal sealed record ZnakOrganisation(string Inn, ZnakContour Contour)
{
    public string? Kpp { get; init; }

    /// <summary>Aliases of its product groups; empty for those its token names.</summary>
    public IReadOnlyList<string> ProductGroups { get; init; } = [];

    /// <summary>Who signs for it on this server; null when people do.</summary>
    public string? SignerName { get; init; }

    public bool PowerOfAttorney { get; init; }

    public string? OmsId { get; init; }

    public string? OmsConnection { get; init; }

    /// <summary>Whether nobody else uses its omsConnection.</summary>
    public bool Exclusive { get; init; }

    public string? PermissiveKey { get; init; }
}
