namespace Connectors.OneC.OData;

/// <summary>How the OData interface of a base is used; made of the settings, immutable.</summary>
internal sealed record ODataOptions
{
    /// <summary>Whether the methods of the class OData are offered, beside the named ones.</summary>
    public bool IsOffered { get; init; }

    public string Root { get; init; } = "odata/standard.odata";

    public long PageSize { get; init; } = 2_000;

    public bool AllowDelete { get; init; }

    /// <summary>Whether spaces at the ends of texts are cut.</summary>
    public bool TrimTexts { get; init; }

    public TimeSpan MetadataAge { get; init; } = TimeSpan.FromHours(12);

    public IReadOnlyList<NamedMethod> Methods { get; init; } = [];
}
