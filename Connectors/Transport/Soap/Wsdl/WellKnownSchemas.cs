using System.Xml.Linq;

namespace Connectors.Transport.Soap;

/// <summary>Schemas that WSDLs refer to without bringing them along.</summary>
internal static class WellKnownSchemas
{
    // https://www.w3.org/TR/xml-media-types/ ; https://ws-i.org/Profiles/AttachmentsProfile-1.0.html ; https://www.w3.org/TR/2000/NOTE-SOAP-20000508/
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["http://www.w3.org/2005/05/xmlmime"] = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="http://www.w3.org/2005/05/xmlmime" targetNamespace="http://www.w3.org/2005/05/xmlmime">
              <xs:attribute name="contentType" type="xs:string"/><xs:attribute name="expectedContentTypes" type="xs:string"/>
              <xs:complexType name="base64Binary"><xs:simpleContent><xs:extension base="xs:base64Binary"><xs:attribute ref="t:contentType"/></xs:extension></xs:simpleContent></xs:complexType>
              <xs:complexType name="hexBinary"><xs:simpleContent><xs:extension base="xs:hexBinary"><xs:attribute ref="t:contentType"/></xs:extension></xs:simpleContent></xs:complexType>
            </xs:schema>
            """,
        ["http://ws-i.org/profiles/basic/1.1/xsd"] = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://ws-i.org/profiles/basic/1.1/xsd"><xs:simpleType name="swaRef"><xs:restriction base="xs:anyURI"/></xs:simpleType></xs:schema>
            """,
        ["http://schemas.xmlsoap.org/soap/encoding/"] = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="http://schemas.xmlsoap.org/soap/encoding/" targetNamespace="http://schemas.xmlsoap.org/soap/encoding/">
              <xs:attribute name="arrayType" type="xs:string"/><xs:attribute name="offset" type="xs:string"/>
              <xs:complexType name="Array"><xs:sequence><xs:any minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xs:sequence><xs:attribute ref="t:arrayType"/><xs:anyAttribute processContents="lax"/></xs:complexType>
            </xs:schema>
            """,
    };

    public static IEnumerable<XElement> Missing(WsdlFiles files)
    {
        var there = files.Schemas.Select(known => known.Schema.Text("targetNamespace")).ToHashSet(StringComparer.Ordinal);
        var asked = files.Schemas.Select(known => known.Schema).Concat(files.Included.Values)
            .SelectMany(schema => schema.DescendantsAndSelf().Attributes().Where(attribute => attribute.IsNamespaceDeclaration || attribute.Name == "namespace").Select(attribute => attribute.Value))
            .ToHashSet(StringComparer.Ordinal);
        return Texts.Where(known => asked.Contains(known.Key) && !there.Contains(known.Key)).Select(known => XElement.Parse(known.Value));
    }

    /// <summary>Results of the kind "schema, then data" refer to the schema of schemas; whatever stands there is passed on as text.</summary>
    public static void ReplaceSchemaReferences(XElement schema)
    {
        foreach (var element in schema.Descendants(WsdlNames.Schema + "element").ToList())
        {
            if (element.Attribute("ref") is not { } reference || element.Qualified(reference.Value) is not { } name || name.Namespace != WsdlNames.Schema) continue;
            element.ReplaceWith(new XElement(WsdlNames.Schema + "any", element.Attribute("minOccurs"), element.Attribute("maxOccurs"), new XAttribute("processContents", "skip")));
        }
    }
}
