using System.Xml.Schema;

namespace Connectors.Transport.Soap;

/// <summary>What list and union types are made of; a restriction of one is made of the same.</summary>
internal static class XsdVariety
{
    public static XmlSchemaSimpleType? ItemOf(XmlSchemaSimpleType? type)
    {
        for (; type?.Datatype?.Variety == XmlSchemaDatatypeVariety.List; type = type.BaseXmlSchemaType as XmlSchemaSimpleType)
        {
            if (type.Content is XmlSchemaSimpleTypeList list) return list.BaseItemType;
        }

        return null;
    }

    public static IReadOnlyList<XmlSchemaSimpleType> MembersOf(XmlSchemaSimpleType? type)
    {
        for (; type?.Datatype?.Variety == XmlSchemaDatatypeVariety.Union; type = type.BaseXmlSchemaType as XmlSchemaSimpleType)
        {
            if (type.Content is XmlSchemaSimpleTypeUnion union) return union.BaseMemberTypes ?? [];
        }

        return [];
    }
}
