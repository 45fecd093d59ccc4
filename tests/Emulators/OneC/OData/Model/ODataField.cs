namespace Emulators.OneC;

/// <summary>An attribute of an object: name in 1C, kind, and what it refers to.</summary>
/// <param name="Name">The name of the attribute; a reference's key is <c>Name_Key</c>.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Target">The set a reference leads to, or the name of an enumeration.</param>
public sealed record ODataField(string Name, FieldKind Kind, string Target = "")
{
    /// <summary>It must be given when an object is made.</summary>
    public bool Required { get; init; }

    /// <summary>It cannot be written.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>The name of the property that holds the value.</summary>
    public string Property => Kind == FieldKind.Reference ? Name + "_Key" : Name;

    /// <summary>All properties it is shown as, with their Edm types.</summary>
    public IEnumerable<(string Name, string Edm)> Properties => Kind switch
    {
        FieldKind.Reference => [(Property, "Edm.Guid")],
        FieldKind.Composite => [(Name, "Edm.String"), (Name + "_Type", "Edm.String")],
        FieldKind.Storage => [(Name, "Edm.Stream"), (Name + "_Base64Data", "Edm.Binary"), (Name + "_Type", "Edm.String")],
        FieldKind.Enum => [(Name, "StandardODATA." + Target)],
        _ => [(Name, Edm)],
    };

    private string Edm => Kind switch
    {
        FieldKind.Date => "Edm.DateTime",
        FieldKind.Int16 => "Edm.Int16",
        FieldKind.Int32 => "Edm.Int32",
        FieldKind.Int64 => "Edm.Int64",
        FieldKind.Fraction => "Edm.Double",
        FieldKind.Flag => "Edm.Boolean",
        FieldKind.Uuid => "Edm.Guid",
        _ => "Edm.String",
    };
}
