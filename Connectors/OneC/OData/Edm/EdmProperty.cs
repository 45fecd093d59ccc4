using Cleverence.Connectivity;

namespace Connectors.OneC.OData;

/// <summary>A property of an entity or of a row.</summary>
/// <param name="Name">The name as published.</param>
/// <param name="Kind">The kind of its values.</param>
/// <param name="TypeName">The type as published, without its namespace; for rows the type of one row.</param>
internal sealed record EdmProperty(string Name, EdmKind Kind, string TypeName)
{
    /// <summary>Whether the value's type stands in <c>Name_Type</c> beside it.</summary>
    public bool IsComposite { get; init; }

    /// <summary>Whether it tells the type of a composite value.</summary>
    public bool IsTypeTag { get; init; }

    /// <summary>The kind of value callers are given. A composite value is text where its column must have one kind.</summary>
    public ValueKind ValueKind => Kind switch
    {
        EdmKind.DateTime => ValueKind.DateTime,
        EdmKind.Integer => ValueKind.Integer,
        EdmKind.Number => ValueKind.Decimal,
        EdmKind.Boolean => ValueKind.Boolean,
        EdmKind.Binary => ValueKind.Binary,
        EdmKind.Rows => ValueKind.List,
        _ => ValueKind.String,
    };
}
