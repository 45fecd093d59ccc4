using System.Xml;
using System.Xml.Schema;

namespace Unit.Tests.Egais.Outgoing.Support;

/// <summary>A folder of the registry's schemas.</summary>
internal static class OfficialSchemas
{
    public const string Variable = "EGAIS_XSD";
    public const string Entry = "WB_DOC_SINGLE_01.xsd";

    /// <summary>The set of a folder; its entry brings the others in.</summary>
    public static XmlSchemaSet Load(string folder)
    {
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, Path.Combine(folder, Entry));
        schemas.Compile();
        return schemas;
    }

    /// <summary>What a set says against a document; an element that it does not know is an error too.</summary>
    public static IReadOnlyList<string> Validate(XmlSchemaSet schemas, byte[] xml)
    {
        var found = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas, ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings };
        settings.ValidationEventHandler += (_, problem) => found.Add(problem.Message);
        using var reader = XmlReader.Create(new MemoryStream(xml), settings);
        while (reader.Read())
        {
            // Reading validates.
        }

        return found;
    }
}
