using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Emulators.OneC;

/// <summary>A call of an operation; its body has been checked against the schema.</summary>
internal sealed record SoapCall(OneCBase Base, SoapService Service, XElement Body)
{
    public XElement? Element(string name) => Body.Element(Service.Xmlns + name);

    /// <summary>The text of a parameter; null for nil and for an absent one.</summary>
    public string? Text(string name) => Element(name) is { } element && element.Attribute(SoapNames.Xsi + "nil")?.Value is not ("true" or "1") ? element.Value : null;

    public bool Flag(string name) => Text(name) is "true" or "1";

    public int Number(string name) => int.Parse(Text(name) ?? "0", CultureInfo.InvariantCulture);

    public decimal Decimal(string name) => XmlConvert.ToDecimal(Text(name) ?? "0");

    /// <summary>The parameter's content as it came, to be sent back.</summary>
    public object? Same(string name) => Element(name) is { } element && Text(name) is not null ? new SoapContent(element.Attributes().Where(one => !one.IsNamespaceDeclaration), element.Nodes()) : null;
}
