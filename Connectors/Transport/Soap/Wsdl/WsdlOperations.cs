using System.Xml;
using System.Xml.Linq;
using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>Makes the operations of a binding.</summary>
internal sealed class WsdlOperations(XsdTypes types, Dictionary<XmlQualifiedName, XElement> messages, Dictionary<XmlQualifiedName, XElement> portTypes, List<ConnectorProblem> warnings)
{
    public IReadOnlyList<WsdlOperation> Of(XElement binding, XmlQualifiedName portType)
    {
        if (!portTypes.TryGetValue(portType, out var offered)) throw new WsdlException(WsdlProblems.Dangling("portType", portType.Name));
        var style = Soap(binding, "binding")?.Text("style") ?? "";
        var made = new Dictionary<string, WsdlOperation>(StringComparer.Ordinal);
        foreach (var bound in binding.Elements(WsdlNames.Wsdl + "operation"))
        {
            var name = bound.Text("name");
            if (made.ContainsKey(name))
            {
                warnings.Add(WsdlProblems.Overloaded(name));
                continue;
            }

            var abstractly = offered.Elements(WsdlNames.Wsdl + "operation").FirstOrDefault(one => one.Text("name") == name) ?? throw new WsdlException(WsdlProblems.Dangling("operation", name));
            made.Add(name, Make(name, style, bound, abstractly));
        }

        return [.. made.Values];
    }

    private WsdlOperation Make(string name, string style, XElement bound, XElement abstractly)
    {
        var operation = Soap(bound, "operation");
        if (operation?.Text("style") is { Length: > 0 } own) style = own;
        var input = Body(name, style, bound.Element(WsdlNames.Wsdl + "input"), abstractly.Element(WsdlNames.Wsdl + "input"));
        var answered = abstractly.Element(WsdlNames.Wsdl + "output");
        var output = answered is null ? null : Body(name + "Response", style, bound.Element(WsdlNames.Wsdl + "output"), answered);
        var words = abstractly.Element(WsdlNames.Wsdl + "documentation")?.Value.Trim();
        return new WsdlOperation(name, operation?.Text("soapAction") ?? "", input, output) { Description = string.IsNullOrEmpty(words) ? null : words };
    }

    private SoapBody Body(string name, string style, XElement? bound, XElement? abstractly)
    {
        var soap = bound is null ? null : Soap(bound, "body");
        var headers = bound is null ? [] : bound.Descendants().Where(element => IsSoap(element, "header")).ToList();
        var parts = Parts(abstractly is null ? XmlQualifiedName.Empty : abstractly.Qualified(abstractly.Text("message")));
        var chosen = soap?.Attribute("parts")?.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var inHeaders = headers.Select(header => header.Text("part")).ToHashSet(StringComparer.Ordinal);
        var used = parts.Where(part => chosen is null ? !inHeaders.Contains(part.Text("name")) : chosen.Contains(part.Text("name"))).ToList();
        var body = style == "rpc" ? Rpc(new XmlQualifiedName(name, soap?.Text("namespace") ?? ""), used) : Document(used);
        return body with { Headers = [.. headers.Select(Header).OfType<XsdElement>()] };
    }

    private List<XElement> Parts(XmlQualifiedName message)
    {
        if (message.IsEmpty) return [];
        return messages.TryGetValue(message, out var found) ? [.. found.Elements(WsdlNames.Wsdl + "part")] : throw new WsdlException(WsdlProblems.Dangling("message", message.Name));
    }

    private XsdElement? Header(XElement header)
    {
        var part = Parts(header.Qualified(header.Text("message"))).FirstOrDefault(one => one.Text("name") == header.Text("part"));
        return part is null || part.Text("element").Length == 0 ? null : Element(part);
    }

    private SoapBody Rpc(XmlQualifiedName wrapper, List<XElement> parts) => new(wrapper, SoapFrames.Of([.. parts.Select(Element)]));

    // Wrapped and bare look the same on the wire. Whatever is one element of parameters is offered as parameters.
    private SoapBody Document(List<XElement> parts)
    {
        var elements = parts.ConvertAll(Element);
        return elements is [var only] && SoapFrames.IsWrapper(only.Type) ? new SoapBody(only.Name, only.Type) : new SoapBody(null, SoapFrames.Of(elements));
    }

    private XsdElement Element(XElement part)
    {
        if (part.Text("element") is { Length: > 0 } element)
        {
            var name = part.Qualified(element);
            return types.Element(name) ?? throw new WsdlException(WsdlProblems.Dangling("element", name.Name));
        }

        var typeName = part.Qualified(part.Text("type"));
        var type = types.Type(typeName) ?? throw new WsdlException(WsdlProblems.Dangling("type", typeName.Name));
        return new XsdElement { Name = new XmlQualifiedName(part.Text("name")), Type = type, Min = 1, Max = 1 };
    }

    private static XElement? Soap(XElement within, string name) => within.Elements().FirstOrDefault(element => IsSoap(element, name)) ?? (name == "body" ? within.Descendants().FirstOrDefault(element => IsSoap(element, name)) : null);

    private static bool IsSoap(XElement element, string name) =>
        element.Name.LocalName == name && (element.Name.Namespace == WsdlNames.Soap11 || element.Name.Namespace == WsdlNames.Soap12);
}
