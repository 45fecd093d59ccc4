using System.Xml;
using System.Xml.Linq;

namespace Cleverence.Connectivity.Classic;

/// <summary>Trees as XML. Prefixes stay in the names; names XML does not allow are encoded as <c>_x0020_</c>.</summary>
internal static class UEObjectXml
{
    public static UEObject Read(string xml) => Read(XmlText.Parse(xml));

    public static string Write(UEObject node, bool declaration)
    {
        var root = !string.IsNullOrEmpty(node.OName) ? Element(node, node.OName, Prefixes.None)
            : node.Childs is [{ IsAttribute: false, IsArray: false } only] && !node.IsArray ? Element(only, only.OName ?? "root", Prefixes.None)
            : Element(node, "root", Prefixes.None);
        return XmlText.Write(root, declaration);
    }

    private static UEObject Read(XElement element)
    {
        var node = new UEObject(Name(element, element.Name));
        foreach (var attribute in element.Attributes())
        {
            node.SetAttribute(attribute.IsNamespaceDeclaration ? Declaration(attribute) : Name(element, attribute.Name), attribute.Value);
        }

        foreach (var child in element.Elements()) node.AddNode(Read(child));
        if (element.HasElements) node.MarkObject();
        var text = string.Concat(element.Nodes().OfType<XText>().Select(part => part.Value));
        if (element.HasElements ? !string.IsNullOrWhiteSpace(text) : text.Length > 0 || !element.IsEmpty) node.OValue = text;
        return node;
    }

    private static string Declaration(XAttribute attribute) => attribute.Name.LocalName == "xmlns" ? "xmlns" : "xmlns:" + attribute.Name.LocalName;

    private static string Name(XElement scope, XName name)
    {
        var local = XmlConvert.DecodeName(name.LocalName);
        var prefix = name.Namespace == XNamespace.None ? null : scope.GetPrefixOfNamespace(name.Namespace);
        return string.IsNullOrEmpty(prefix) ? local : $"{prefix}:{local}";
    }

    private static XElement Element(UEObject node, string name, Prefixes outer)
    {
        var prefixes = outer.With(node);
        var element = new XElement(prefixes.NameOf(name, isAttribute: false));
        foreach (var child in node.Childs)
        {
            if (child.IsAttribute) element.Add(Attribute(child, prefixes));
            else if (child.IsArray) element.Add(Items(child, child.OName ?? "item", prefixes));
            else element.Add(Element(child, child.OName ?? "item", prefixes));
        }

        if (node.HasValue) element.Add(new XText(node.AsString()!));
        return element;
    }

    private static IEnumerable<XElement> Items(UEObject list, string name, Prefixes prefixes) =>
        list.Childs.Select(item => item.IsArray ? new XElement(prefixes.NameOf(name, isAttribute: false), Items(item, "item", prefixes)) : Element(item, name, prefixes));

    private static XAttribute Attribute(UEObject attribute, Prefixes prefixes)
    {
        var name = attribute.OName ?? "";
        var text = attribute.AsString() ?? "";
        if (name == "xmlns") return new XAttribute("xmlns", text);
        return name.StartsWith("xmlns:", StringComparison.Ordinal)
            ? new XAttribute(XNamespace.Xmlns + name[6..], text)
            : new XAttribute(prefixes.NameOf(name, isAttribute: true), text);
    }

    private sealed record Prefixes(IReadOnlyDictionary<string, string> Known)
    {
        public static readonly Prefixes None = new(new Dictionary<string, string> { ["xml"] = XNamespace.Xml.NamespaceName });

        public Prefixes With(UEObject node)
        {
            var declared = node.Childs.FindAll(child => child.IsAttribute && (child.OName == "xmlns" || child.OName?.StartsWith("xmlns:", StringComparison.Ordinal) == true));
            if (declared.Count == 0) return this;
            var known = new Dictionary<string, string>(Known);
            foreach (var child in declared) known[child.OName == "xmlns" ? "" : child.OName![6..]] = child.AsString() ?? "";
            return new Prefixes(known);
        }

        public XName NameOf(string name, bool isAttribute)
        {
            var colon = name.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && Known.TryGetValue(name[..colon], out var named)) return XNamespace.Get(named) + XmlConvert.EncodeLocalName(name[(colon + 1)..])!;
            var space = !isAttribute && Known.TryGetValue("", out var plain) ? XNamespace.Get(plain) : XNamespace.None;
            return space + (string.IsNullOrEmpty(name) ? "item" : XmlConvert.EncodeLocalName(name)!);
        }
    }
}
