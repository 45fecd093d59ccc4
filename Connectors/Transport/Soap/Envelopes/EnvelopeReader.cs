using System.Xml;
using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>Reads the envelope of an answer.</summary>
internal sealed class EnvelopeReader(XmlReader reader, XmlReadSettings settings)
{
    /// <summary>The name of the document's root, once it has been read and is no envelope.</summary>
    public string? Root { get; private set; }

    /// <summary>The fault, if it is one.</summary>
    public SoapFault? Fault { get; private set; }

    /// <summary>What stands in the result's fields, or null.</summary>
    public ConnectorRecord? Values { get; private set; }

    public void Read(SoapBody? output)
    {
        reader.MoveToContent();
        if (reader.LocalName != "Envelope" || !SoapNames.IsEnvelope(reader.NamespaceURI))
        {
            Root = reader.LocalName;
            return;
        }

        var space = reader.NamespaceURI;
        if (!Enter()) return;
        while (reader.Depth > 0)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Body" && reader.NamespaceURI == space)
            {
                Body(output, space);
                return;
            }

            if (reader.NodeType == XmlNodeType.Element) SafeXml.Skip(reader);
            else if (!reader.Read()) return;
        }
    }

    private void Body(SoapBody? output, string space)
    {
        Values = [];
        var depth = reader.Depth;
        if (!Enter()) return;
        while (reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                if (!reader.Read()) return;
            }
            else if (reader.LocalName == "Fault" && reader.NamespaceURI == space)
            {
                Fault = FaultReader.Read(SafeXml.Outer(reader));
                return;
            }
            else
            {
                Part(output);
            }
        }
    }

    private void Part(SoapBody? output)
    {
        if (output is null)
        {
            SafeXml.Skip(reader);
        }
        else if (output.Wrapper is null)
        {
            Bare(output.Frame);
        }
        else
        {
            // Only the first child is the answer; what encodings of old put beside it is not ours.
            if (Values!.Count == 0) Values = new XmlReadRecord(new XmlRead(reader, settings), output.Frame).Record();
            else SafeXml.Skip(reader);
        }
    }

    private void Bare(XsdType frame)
    {
        var read = new XmlRead(reader, settings);
        var at = frame.Fields.ElementAt(reader.LocalName, reader.NamespaceURI, 0);
        if (at < 0 && frame.Fields.List is not [_])
        {
            SafeXml.Skip(reader);
            return;
        }

        var field = frame.Fields.List[Math.Max(at, 0)];
        Values!.Add(field.Name, read.Element(field.Element!.Type, field.Element.Default));
    }

    private bool Enter()
    {
        var empty = reader.IsEmptyElement;
        reader.Read();
        return !empty;
    }
}
