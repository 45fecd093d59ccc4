using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Emulators.OneC;

/// <summary>A web service: its namespace, its address below <c>ws/</c>, its operations and types.</summary>
internal sealed class SoapService
{
    public SoapService(string name, string ns, string alias, string types, params SoapOperation[] operations)
    {
        (Name, Xmlns, Alias, Types, Operations) = (name, ns, alias, types, operations);
        Schemas = new XmlSchemaSet { XmlResolver = null };
        foreach (var text in new[] { SoapSchemas.Core, SoapSchemas.Of(this) })
        {
            using var reader = XmlReader.Create(new StringReader(text));
            Schemas.Add(null, reader);
        }

        Schemas.Compile();
    }

    public string Name { get; }

    public XNamespace Xmlns { get; }

    public string Alias { get; }

    /// <summary>Complex types as XSD text.</summary>
    public string Types { get; }

    public IReadOnlyList<SoapOperation> Operations { get; }

    public XmlSchemaSet Schemas { get; }

    public string ActionOf(SoapOperation operation) => $"{Xmlns}#{Name}:{operation.Name}";
}
