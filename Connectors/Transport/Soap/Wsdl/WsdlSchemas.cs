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
            foreach (var (address, schema, isWhole) in files.Schemas)
            {
                if (!isWhole || !IsIncluded(set, address, schema)) Add(set, address, schema, isWhole, problems);
            }

            foreach (var schema in WellKnownSchemas.Missing(files)) Add(set, new Uri("urn:well-known"), schema, isWhole: false, problems);
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

    private static void Add(XmlSchemaSet set, Uri address, XElement schema, bool isWhole, List<string> problems)
    {
        WellKnownSchemas.ReplaceSchemaReferences(schema);
        // By its address the set finds a document it has when another includes it, and does not take it twice.
        using var reader = isWhole ? XmlReader.Create(StreamOf(schema), null, address.AbsoluteUri) : schema.CreateReader();
        var read = XmlSchema.Read(reader, (_, found) => Note(found, problems));
        if (read is null) return;
        read.SourceUri = isWhole ? address.AbsoluteUri : $"{address.AbsoluteUri}#{set.Count}";
        set.Add(read);
    }

    // The other way round it does not look: a document that came with one that includes it would be refused as declared twice.
    private static bool IsIncluded(XmlSchemaSet set, Uri address, XElement schema)
    {
        var space = schema.Text("targetNamespace");
        var seen = new HashSet<XmlSchema>();
        var open = new Queue<XmlSchema>(set.Schemas().Cast<XmlSchema>());
        while (open.TryDequeue(out var one))
        {
            foreach (var include in one.Includes.OfType<XmlSchemaExternal>().Where(external => external is not XmlSchemaImport))
            {
                if (include.Schema is not { } part || !seen.Add(part)) continue;
                if (part.SourceUri == address.AbsoluteUri && (part.TargetNamespace ?? "") == space) return true;
                open.Enqueue(part);
            }
        }

        return false;
    }

    private static MemoryStream StreamOf(XElement schema)
    {
        var stream = new MemoryStream();
        schema.Save(stream, SaveOptions.DisableFormatting);
        stream.Position = 0;
        return stream;
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
            WellKnownSchemas.ReplaceSchemaReferences(schema);
            return StreamOf(schema);
        }
    }
}
