using System.Xml.Linq;

namespace Connectors.Egais;

/// <summary>One generation of a type that we send.</summary>
/// <param name="Generation">4, 3, 2, 1, or 0 for types without versions.</param>
/// <param name="Element">The element of its body.</param>
/// <param name="Suffix">The end of its namespace.</param>
/// <param name="UrlType">Its address in the UTM.</param>
internal sealed record DocumentFormat(int Generation, string Element, string Suffix, string UrlType)
{
    public XNamespace Body => EgaisXml.Root + Suffix;

    public XName Name => EgaisXml.Envelope + Element;
}
