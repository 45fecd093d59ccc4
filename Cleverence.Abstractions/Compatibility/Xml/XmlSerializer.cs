using System.Diagnostics.CodeAnalysis;
using System.Text;
using Cleverence.Connectivity.Classic;

namespace Cleverence.DataCollection.Xml;

/// <summary>
/// Writes and reads objects in the field's XML: simple properties as camelCase attributes, collections as PascalCase elements,
/// fields of one's own as <c>FieldValue</c> with a typed <c>Value</c>. Names of both platform generations are read.
/// </summary>
/// <remarks>Not thread-safe while types are being added.</remarks>
[SuppressMessage("Performance", "CA1822", Justification = "Existing sources call the members of an instance.")]
public sealed class XmlSerializer
{
    /// <summary>The types known by name; add your own classes before reading them.</summary>
    public TypeProvider TypeProvider { get; } = new();

    /// <summary>Writes an object.</summary>
    /// <param name="value">The object.</param>
    /// <returns>The XML with its declaration.</returns>
    public string Serialize(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return XmlText.Write(new XmlObjectWriter().Root(value), declaration: true);
    }

    /// <summary>Writes an object.</summary>
    /// <param name="writer">Takes the XML.</param>
    /// <param name="value">The object.</param>
    public void Serialize(TextWriter writer, object value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        XmlText.Write(new XmlObjectWriter().Root(value), writer, declaration: true, indent: true);
    }

    /// <summary>Writes an object as UTF-8.</summary>
    /// <param name="stream">Takes the XML; stays open.</param>
    /// <param name="value">The object.</param>
    public void Serialize(Stream stream, object value)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        Serialize(writer, value);
    }

    /// <summary>Reads an object; the root element names its type.</summary>
    /// <param name="xml">The XML.</param>
    /// <returns>The object.</returns>
    /// <exception cref="FormatException">The type is not known, or a value does not fit its property.</exception>
    public object Deserialize(string xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        return new XmlObjectReader(TypeProvider).Root(XmlText.Parse(xml));
    }

    /// <summary>Reads an object; the root element names its type.</summary>
    /// <param name="reader">Gives the XML.</param>
    /// <returns>The object.</returns>
    public object Deserialize(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new XmlObjectReader(TypeProvider).Root(XmlText.Parse(reader));
    }

    /// <summary>Reads an object; the root element names its type.</summary>
    /// <param name="stream">Gives the XML.</param>
    /// <returns>The object.</returns>
    public object Deserialize(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new XmlObjectReader(TypeProvider).Root(XmlText.Parse(stream));
    }
}
