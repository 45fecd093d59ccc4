using System.Xml.Linq;

namespace Emulators.OneC;

/// <summary>Attributes and nodes of a value that is not plain.</summary>
internal sealed record SoapContent(IEnumerable<XAttribute> Attributes, IEnumerable<XNode> Nodes)
{
    public static SoapContent Of(params object[] items) => new(items.OfType<XAttribute>(), items.OfType<XNode>());
}
