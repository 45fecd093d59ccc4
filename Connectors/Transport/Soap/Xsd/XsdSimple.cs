using System.Xml;
using System.Xml.Schema;
using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>A simple type: which values of the contract its texts stand for.</summary>
internal sealed class XsdSimple(XmlSchemaDatatype datatype, XmlQualifiedName name)
{
    public XmlSchemaDatatype Datatype { get; } = datatype;

    /// <summary>The name within its schema, empty for a type without one.</summary>
    public XmlQualifiedName Name { get; } = name;

    public XmlTypeCode Code { get; } = datatype.TypeCode;

    /// <summary>The texts allowed; empty where any is.</summary>
    public IReadOnlyList<string> Enumeration { get; init; } = [];

    /// <summary>The type of the items of a list type.</summary>
    public XsdSimple? Item { get; init; }

    /// <summary>The types of a union, in the order they are tried.</summary>
    public IReadOnlyList<XsdSimple> Members { get; init; } = [];

    /// <summary>The kind its values have as a rule; null where that differs from value to value.</summary>
    public ValueKind? Kind { get; } = KindOf(datatype);

    /// <summary>Whether it has rules beyond its built-in type, which the schema's own reader then checks.</summary>
    public bool IsRestricted { get; } = name.Namespace != XmlSchema.Namespace;

    private static ValueKind? KindOf(XmlSchemaDatatype datatype) => datatype.Variety switch
    {
        XmlSchemaDatatypeVariety.List => ValueKind.List,
        XmlSchemaDatatypeVariety.Union => null,
        _ => datatype.TypeCode switch
        {
            XmlTypeCode.Boolean => ValueKind.Boolean,
            XmlTypeCode.Decimal or XmlTypeCode.Float or XmlTypeCode.Double => ValueKind.Decimal,
            >= XmlTypeCode.Integer and <= XmlTypeCode.PositiveInteger => ValueKind.Integer,
            XmlTypeCode.DateTime or XmlTypeCode.Date => ValueKind.DateTime,
            XmlTypeCode.Base64Binary or XmlTypeCode.HexBinary => ValueKind.Binary,
            XmlTypeCode.AnyAtomicType or XmlTypeCode.Item or XmlTypeCode.None => null,
            _ => ValueKind.String,
        },
    };
}
