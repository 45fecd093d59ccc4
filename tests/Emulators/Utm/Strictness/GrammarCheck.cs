using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>Compares a document with its shape: elements, their order, their namespaces and their texts.</summary>
internal sealed class GrammarCheck(XNamespace body, string owner)
{
    private static readonly Dictionary<string, XNamespace> Fixed = new(StringComparer.Ordinal)
    {
        ["oref"] = Names.Client, ["pref"] = Names.Product, ["ce"] = Names.Common, ["iab"] = Names.Of("ActInventoryF1F2Info"), ["none"] = XNamespace.None,
    };

    /// <summary>Refuses what differs.</summary>
    public void Check(XElement element, IReadOnlyList<GrammarNode> shape) => Inside(element, shape, "b", element.Name.LocalName);

    private void Inside(XElement element, IReadOnlyList<GrammarNode> shape, string prefix, string path)
    {
        var children = element.Elements().ToList();
        if (element.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value))) throw new SchemaException($"{path}: текст не допускается в составном элементе");
        var at = Match(shape, children, 0, prefix, path);
        if (at < children.Count) throw new SchemaException($"{path}: недопустимый элемент {{{children[at].Name.NamespaceName}}}{children[at].Name.LocalName}");
    }

    private int Match(IReadOnlyList<GrammarNode> shape, List<XElement> children, int at, string prefix, string path)
    {
        foreach (var node in shape)
        {
            if (node.Anything) return Anything(children, at, node.Prefix ?? prefix, path);
            var count = 0;
            for (; count < node.Max && at < children.Count && Starts(node, children[at], prefix); count++) at = One(node, children, at, prefix, path);
            if (count >= node.Min) continue;
            var found = at < children.Count ? $"найден {{{children[at].Name.NamespaceName}}}{children[at].Name.LocalName}" : "элементов больше нет";
            throw new SchemaException($"{path}: ожидался {Say(node, prefix)}, {found}");
        }

        return at;
    }

    private int Anything(List<XElement> children, int at, string prefix, string path)
    {
        if (children.Skip(at).FirstOrDefault(one => one.Name.Namespace != Space(prefix)) is { } foreign) throw new SchemaException($"{path}: элемент {foreign.Name.LocalName} не из пространства имен документа");
        return children.Count;
    }

    private int One(GrammarNode node, List<XElement> children, int at, string prefix, string path)
    {
        if (node.Branches.Count > 0)
        {
            return Match(node.Branches.First(branch => StartsWith(branch, children[at], prefix)), children, at, prefix, path);
        }

        var (element, here) = (children[at], $"{path}/{node.Name}");
        if (element.Attributes().Any(one => !one.IsNamespaceDeclaration)) throw new SchemaException($"{here}: атрибуты не допускаются");
        if (node.Type is null) Inside(element, node.Inner, node.Prefix ?? prefix, here);
        else if (element.HasElements) throw new SchemaException($"{here}: ожидался текст");
        else if (SimpleTypes.Fault(node.Type, element.Value, owner) is { } fault) throw new SchemaException($"{here}: {fault}");
        return at + 1;
    }

    private bool Starts(GrammarNode node, XElement element, string prefix) => node.Branches.Count > 0
        ? node.Branches.Any(branch => StartsWith(branch, element, prefix))
        : element.Name == Space(node.Prefix ?? prefix) + node.Name;

    private bool StartsWith(IReadOnlyList<GrammarNode> branch, XElement element, string prefix)
    {
        foreach (var node in branch)
        {
            if (Starts(node, element, prefix)) return true;
            if (node.Min > 0) return false;
        }

        return false;
    }

    private string Say(GrammarNode node, string prefix) => node.Branches.Count > 0
        ? string.Join(" или ", node.Branches.Where(branch => branch.Count > 0).Select(branch => Say(branch[0], prefix)))
        : $"{{{Space(node.Prefix ?? prefix).NamespaceName}}}{node.Name}";

    private XNamespace Space(string prefix) => prefix == "b" ? body : Fixed[prefix];
}
