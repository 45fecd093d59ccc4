using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Connectors.Transport.Soap;

/// <summary>Puts the schemas of a WSDL together. Nothing is fetched here: all documents have been gathered before.</summary>
internal static class WsdlSchemas
{
    public static XsdTypes Compile(WsdlFiles files)
    {
        var problems = new List<string>();
        var set = new XmlSchemaSet { XmlResolver = new GatheredSchemas(files.Included) };
        set.CompilationSettings.EnableUpaCheck = false;
        set.ValidationEventHandler += (_, found) => Note(found, problems);
        try
        {
            foreach (var (address, schema) in files.Schemas) Add(set, address, schema, problems);
            foreach (var schema in WellKnownSchemas.Missing(files)) Add(set, new Uri("urn:well-known"), schema, problems);
            set.Compile();
        }
        catch (XmlSchemaException broken)
        {
            problems.Add(broken.Message);
        }

        return problems.Count == 0 ? new XsdTypes(set) : throw new WsdlException(WsdlProblems.Schema(string.Join("\n", problems.Take(20))));
    }

    /// <summary>A schema on its own, with the prefixes it had where it stood.</summary>
    public static XElement Detached(XElement schema)
    {
        var copy = new XElement(schema);
        foreach (var declaration in schema.Ancestors().Attributes().Where(attribute => attribute.IsNamespaceDeclaration))
        {
            if (copy.Attribute(declaration.Name) is null) copy.Add(new XAttribute(declaration));
        }

        return copy;
    }

    private static void Add(XmlSchemaSet set, Uri address, XElement schema, List<string> problems)
    {
        WellKnownSchemas.ReplaceSchemaReferences(schema);
        using var reader = schema.CreateReader();
        var read = XmlSchema.Read(reader, (_, found) => Note(found, problems));
        if (read is null) return;
        read.SourceUri = address.AbsoluteUri + "#" + set.Count;
        set.Add(read);
    }

    private static void Note(ValidationEventArgs found, List<string> problems)
    {
        if (found.Severity == XmlSeverityType.Error) problems.Add(found.Message);
    }

    private sealed class GatheredSchemas(Dictionary<Uri, XElement> included) : XmlResolver
    {
        public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn)
        {
            if (!included.TryGetValue(absoluteUri, out var schema)) throw new XmlException($"{absoluteUri.GetLeftPart(UriPartial.Path)} is not read.");
            var stream = new MemoryStream();
            WellKnownSchemas.ReplaceSchemaReferences(schema);
            schema.Save(stream, SaveOptions.DisableFormatting);
            stream.Position = 0;
            return stream;
        }
    }
}
