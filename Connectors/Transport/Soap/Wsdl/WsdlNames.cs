using System.Xml;
using System.Xml.Linq;

namespace Connectors.Transport.Soap;

/// <summary>The names of WSDL 1.1 and its SOAP bindings.</summary>
internal static class WsdlNames
{
    public static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";
    public static readonly XNamespace Soap11 = "http://schemas.xmlsoap.org/wsdl/soap/";
    public static readonly XNamespace Soap12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
    public static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema";

    /// <summary>The name an attribute's value means, with its prefix looked up where it stands.</summary>
    public static XmlQualifiedName Qualified(this XElement element, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return XmlQualifiedName.Empty;
        text = text.Trim();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return new XmlQualifiedName(text, element.GetDefaultNamespace().NamespaceName);
        return new XmlQualifiedName(text[(colon + 1)..], element.GetNamespaceOfPrefix(text[..colon])?.NamespaceName ?? "");
    }

    public static string Text(this XElement element, string attribute) => (string?)element.Attribute(attribute) ?? "";
}
