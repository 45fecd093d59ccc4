namespace Emulators.OneC;

/// <summary>Schemas as 1C writes them: qualified elements, one element for each message, 1C's core types in a schema of their own.</summary>
internal static class SoapSchemas
{
    public const string Core = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="http://v8.1c.ru/8.1/data/core" targetNamespace="http://v8.1c.ru/8.1/data/core" elementFormDefault="qualified">
          <xs:simpleType name="UUID"><xs:restriction base="xs:string"><xs:pattern value="[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"/></xs:restriction></xs:simpleType>
          <xs:complexType name="Array"><xs:sequence><xs:element name="Value" minOccurs="0" maxOccurs="unbounded" nillable="true"/></xs:sequence></xs:complexType>
          <xs:complexType name="Structure"><xs:sequence>
            <xs:element name="Property" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
              <xs:sequence><xs:element name="Value" nillable="true"/></xs:sequence><xs:attribute name="name" type="xs:string"/>
            </xs:complexType></xs:element>
          </xs:sequence></xs:complexType>
          <xs:complexType name="ValueStorage"><xs:simpleContent><xs:extension base="xs:base64Binary"/></xs:simpleContent></xs:complexType>
        </xs:schema>
        """;

    public static string Of(SoapService service)
    {
        var elements = string.Concat(service.Operations.Select(operation =>
            Element(operation.Name, operation.Incoming) +
            Element(operation.Name + "Response", (operation.Return is { } given ? [given] : Array.Empty<SoapParameter>()).Concat(operation.Outgoing))));
        return $"""
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="{service.Xmlns}" xmlns:v8="http://v8.1c.ru/8.1/data/core" targetNamespace="{service.Xmlns}" attributeFormDefault="unqualified" elementFormDefault="qualified">
              <xs:import namespace="http://v8.1c.ru/8.1/data/core"/>
              {service.Types}{elements}
            </xs:schema>
            """;
    }

    private static string Element(string name, IEnumerable<SoapParameter> parts) =>
        $"<xs:element name=\"{name}\"><xs:complexType><xs:sequence>{string.Concat(parts.Select(part => part.Declaration))}</xs:sequence></xs:complexType></xs:element>";
}
