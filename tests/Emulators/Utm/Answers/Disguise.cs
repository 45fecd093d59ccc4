using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>Writes a document as the registry might: any order inside groups, any prefixes, namespaces declared again deep inside, a version or none.</summary>
internal static class Disguise
{
    private static readonly UTF8Encoding Form = new(false);

    public static byte[] Write(UtmWorld world, string owner, XElement body, long number)
    {
        var root = new XElement(Names.Single + "Documents", new XElement(Names.Single + "Owner", new XElement(Names.Single + "FSRAR_ID", owner)), new XElement(Names.Single + "Document", Bare(body)));
        if (world.Options.Variety) Vary(root, new Random((world.Options.Seed * 7919) + (int)number));
        else Plain(root);
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = Form })) root.Save(writer);
        return bytes.ToArray();
    }

    // Prefixes of the sender do not travel: the registry writes documents anew.
    private static XElement Bare(XElement element) => new(element.Name, element.Attributes().Where(one => !one.IsNamespaceDeclaration), element.HasElements ? element.Elements().Select(Bare) : element.Value);

    private static void Plain(XElement root)
    {
        root.SetAttributeValue("Version", "1.0");
        foreach (var (space, at) in Spaces(root).Select((space, at) => (space, at))) root.SetAttributeValue(XNamespace.Xmlns + $"n{at}", space.NamespaceName);
    }

    private static void Vary(XElement root, Random random)
    {
        if (random.Next(3) > 0) root.SetAttributeValue("Version", "1.0");
        foreach (var space in Spaces(root))
        {
            if (random.Next(4) > 0) root.SetAttributeValue(XNamespace.Xmlns + $"{(char)('a' + random.Next(26))}{(char)('a' + random.Next(26))}{random.Next(1000)}", space.NamespaceName);
        }

        var body = root.Elements().Last();
        foreach (var element in body.Descendants().Where(one => one.HasElements).ToList())
        {
            Shuffle(element, random);
            if (random.Next(6) > 0) continue;
            var inner = element.Elements().First().Name.Namespace;
            if (inner != XNamespace.None) element.SetAttributeValue(XNamespace.Xmlns + $"z{random.Next(1000)}", inner.NamespaceName);
        }
    }

    // Only groups of different elements: a list keeps its order.
    private static void Shuffle(XElement element, Random random)
    {
        var children = element.Elements().ToArray();
        if (children.Select(one => one.Name).Distinct().Count() < children.Length) return;
        random.Shuffle(children);
        element.ReplaceNodes(children);
    }

    private static IReadOnlyList<XNamespace> Spaces(XElement root) => [.. root.DescendantsAndSelf().Select(one => one.Name.Namespace).Where(one => one != XNamespace.None).Distinct()];
}
