using Connectors.OneC.OData;

namespace Connectors.OneC;

/// <summary>The standard OData interface of the base.</summary>
public sealed class OneCODataSettings
{
    /// <summary>Whether the methods of the class <c>OData</c> are offered: any published entity can then be read and changed.</summary>
    public bool Enabled { get; set; }

    /// <summary>The path of the interface below the base.</summary>
    public string Path { get; set; } = "odata/standard.odata";

    /// <summary>The rows asked for at a time. Later pages cost 1C more, because it counts its way to them.</summary>
    public int PageSize { get; set; } = 2_000;

    /// <summary>Whether objects may be deleted for good. Off: they can only be marked for deletion.</summary>
    public bool AllowDelete { get; set; }

    /// <summary>Whether spaces at the ends of texts are cut. Off: texts come as 1C keeps them, codes of fixed length with their spaces.</summary>
    public bool TrimTexts { get; set; }

    /// <summary>How long the description of the base (<c>$metadata</c>) is kept.</summary>
    public string MetadataAge { get; set; } = "12:00:00";

    /// <summary>Methods of our own names: an entity, what to do with it and the parameters of callers.</summary>
    public IList<ODataMethodSettings> Methods { get; } = [];
}
