namespace Emulators.OneC;

/// <summary>Kinds of attributes, as OData of 1C shows them.</summary>
public enum FieldKind
{
    /// <summary>Edm.String.</summary>
    Text,

    /// <summary>Edm.DateTime, without a zone.</summary>
    Date,

    /// <summary>Edm.Int16, a JSON number.</summary>
    Int16,

    /// <summary>Edm.Int32, a JSON number.</summary>
    Int32,

    /// <summary>Edm.Int64, a JSON string.</summary>
    Int64,

    /// <summary>Edm.Double.</summary>
    Fraction,

    /// <summary>Edm.Boolean.</summary>
    Flag,

    /// <summary>Edm.Guid that is no reference.</summary>
    Uuid,

    /// <summary>A reference: <c>X_Key</c> (Edm.Guid) and the navigation <c>X</c>.</summary>
    Reference,

    /// <summary>An enumeration: travels as text, empty as "".</summary>
    Enum,

    /// <summary>Several types: <c>X</c> and <c>X_Type</c>, both Edm.String.</summary>
    Composite,

    /// <summary>A value storage: <c>X</c> (Edm.Stream), <c>X_Base64Data</c>, <c>X_Type</c>.</summary>
    Storage,
}
