namespace Connectors.OneC.OData;

/// <summary>The kinds of values a published 1C base describes in its <c>$metadata</c>.</summary>
internal enum EdmKind
{
    /// <summary>Text, also a part of a composite value.</summary>
    String,

    /// <summary>Date and time of the base, without zone; <c>0001-01-01T00:00:00</c> is the empty one.</summary>
    DateTime,

    /// <summary>Whole numbers of all lengths; Int64 travels as text.</summary>
    Integer,

    /// <summary>Numbers with a fraction.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A reference or an identifier; all zeros is the empty one.</summary>
    Guid,

    /// <summary>Bytes in base64.</summary>
    Binary,

    /// <summary>A value storage, read by its own address and never part of an answer.</summary>
    Stream,

    /// <summary>A member's name; empty text is the empty value.</summary>
    Enum,

    /// <summary>A tabular part or the records of a register.</summary>
    Rows,

    /// <summary>Anything else.</summary>
    Other,
}
