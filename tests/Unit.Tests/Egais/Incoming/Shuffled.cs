using System.Xml.Linq;

namespace Unit.Tests.Egais.Incoming;

/// <summary>The same document, written by a stranger: other order, other prefixes, namespaces declared again, comments, no version.</summary>
internal static class Shuffled
{
    public static string Of(string xml, Random random)
    {
        var document = XDocument.Parse(xml);
        var elements = document.Descendants().ToList();
        elements.Attributes().Remove();
        foreach (var element in elements)
        {
            Reorder(element, random);
            if (element.Name.NamespaceName.Length == 0) continue;
            var prefix = random.Next(3) == 0 ? "xmlns" : XNamespace.Xmlns + $"p{random.Next(1000)}";
            element.Add(new XAttribute(prefix, element.Name.NamespaceName));
            if (random.Next(4) == 0) element.AddFirst(new XComment("как есть"));
        }

        return document.ToString(random.Next(2) == 0 ? SaveOptions.None : SaveOptions.DisableFormatting);
    }

    // Elements of one name keep their order among themselves: it is the order of positions, marks and boxes.
    private static void Reorder(XElement element, Random random)
    {
        var children = element.Elements().ToList();
        if (children.Count < 2) return;
        var places = children.Select(child => child.Name).ToArray();
        random.Shuffle(places);
        var queues = children.GroupBy(child => child.Name).ToDictionary(group => group.Key, group => new Queue<XElement>(group));
        element.RemoveNodes();
        element.Add(places.Select(name => queues[name].Dequeue()));
    }
}
