using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>A type that the UTM takes.</summary>
/// <param name="UrlType">The segment of its address.</param>
/// <param name="Element">The body's element.</param>
/// <param name="Suffix">The end of the body's namespace.</param>
/// <param name="Shape">The shape of the body.</param>
internal sealed record DocumentType(string UrlType, string Element, string Suffix, string Shape)
{
    private readonly Lazy<IReadOnlyList<GrammarNode>> shape = new(() => Grammar.Of(Shape, Shapes.Parts));

    public XNamespace Space => Names.Of(Suffix);

    public IReadOnlyList<GrammarNode> Nodes => shape.Value;

    /// <summary>A question, not a document of the books.</summary>
    public bool IsQuestion => Element.StartsWith("Query", StringComparison.Ordinal);
}
