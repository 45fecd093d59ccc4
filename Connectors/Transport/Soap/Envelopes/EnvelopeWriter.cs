using System.Text;
using System.Xml;
using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>Writes the envelope of a call.</summary>
internal static class EnvelopeWriter
{
    private static readonly XmlWriterSettings Plain = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = false };

    public static ReadOnlyMemory<byte> Write(SoapCall call, XsdTypes types)
    {
        var arguments = new CallArguments(call);
        var bytes = new MemoryStream(1024);
        using (var writer = XmlWriter.Create(bytes, Plain))
        {
            var write = new XmlWrite(writer, types);
            write.Problems.AddRange(arguments.Problems);
            Envelope(call, arguments.Values, writer, write);
            if (write.Problems.Count > 0) throw arguments.Wrong(write.Problems);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private static void Envelope(SoapCall call, ConnectorRecord values, XmlWriter writer, XmlWrite write)
    {
        var space = SoapNames.EnvelopeOf(call.Port.Version);
        writer.WriteStartElement("soap", "Envelope", space);
        writer.WriteAttributeString("xmlns", "xsi", null, XmlWrite.Instance);
        writer.WriteAttributeString("xmlns", "xsd", null, System.Xml.Schema.XmlSchema.Namespace);
        Headers(call, values, writer, write, space);
        writer.WriteStartElement("Body", space);
        Body(call.Operation.Input, values, writer, write);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Headers(SoapCall call, ConnectorRecord values, XmlWriter writer, XmlWrite write, string space)
    {
        var declared = call.Operation.Input.Headers.Where(header => values[header.Field] is not null && !IsParameter(call, header.Field)).ToList();
        if (declared.Count == 0 && call.Headers.Count == 0) return;
        writer.WriteStartElement("Header", space);
        foreach (var header in declared) write.Element(header, true, values[header.Field], header.Field, 0);
        foreach (var header in call.Headers) new XmlWriteAnything(write, writer).Fragments(header.Xml, "headers");
        writer.WriteEndElement();
    }

    private static void Body(SoapBody body, ConnectorRecord values, XmlWriter writer, XmlWrite write)
    {
        foreach (var header in body.Headers.Where(header => !Array.Exists(body.Frame.Fields.List, field => field.Name == header.Field))) values.Remove(header.Field);
        if (body.Wrapper is { } wrapper) writer.WriteStartElement(wrapper.Name, wrapper.Namespace);
        new XmlWriteRecord(write, writer, body.Frame).Write(values, "", 0);
        if (body.Wrapper is not null) writer.WriteEndElement();
    }

    private static bool IsParameter(SoapCall call, string field) => Array.Exists(call.Operation.Input.Frame.Fields.List, one => one.Name == field);
}
