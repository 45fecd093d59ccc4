using System.Xml;
using System.Xml.Schema;

namespace Connectors.Egais;

/// <summary>The registry's own schemas, where a folder of them is set: a document that they refuse is not sent.</summary>
internal sealed class SchemaCheck(string folder)
{
    private const string Entry = "WB_DOC_SINGLE_01.xsd";
    private readonly Lock gate = new();
    private XmlSchemaSet? loaded;

    /// <summary>What the schemas say against a document; an element that they do not know is an error too.</summary>
    public IReadOnlyList<BuildProblem> Run(ReadOnlyMemory<byte> xml)
    {
        var found = new List<BuildProblem>();
        try
        {
            // One at a time: a set of schemas is not made for several threads.
            lock (gate) Validate(loaded ??= Load(), xml, found);
        }
        catch (Exception failure) when (failure is XmlException or XmlSchemaException or IOException or UnauthorizedAccessException)
        {
            found.Add(new BuildProblem("schemas", $"cannot be read in '{folder}': {failure.Message}", $"не читаются в папке «{folder}»: {failure.Message}"));
        }

        return found;
    }

    private static void Validate(XmlSchemaSet schemas, ReadOnlyMemory<byte> xml, List<BuildProblem> found)
    {
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas, ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings };
        settings.ValidationEventHandler += (_, problem) => found.Add(new BuildProblem("xml", problem.Message, problem.Message));
        using var reader = XmlReader.Create(new MemoryStream(xml.ToArray()), settings);
        while (reader.Read())
        {
            // Reading validates.
        }
    }

    private XmlSchemaSet Load()
    {
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, Path.Combine(folder, Entry));
        schemas.Compile();
        return schemas;
    }
}
