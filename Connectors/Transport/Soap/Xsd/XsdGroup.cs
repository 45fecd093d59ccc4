namespace Connectors.Transport.Soap;

/// <summary>Parts of a type's content that belong together.</summary>
internal sealed class XsdGroup : XsdParticle
{
    public required XsdGroupKind Kind { get; init; }

    public required IReadOnlyList<XsdParticle> Items { get; init; }

    /// <summary>Whether nothing at all would do.</summary>
    public bool MayBeEmpty => Min == 0 || (Kind == XsdGroupKind.Choice ? Items.Any(Empty) : Items.All(Empty));

    /// <summary>The elements in it, at any depth of groups.</summary>
    public IEnumerable<XsdElement> Elements => Items.SelectMany(item => item switch
    {
        XsdElement element => [element],
        XsdGroup group => group.Elements,
        _ => [],
    });

    private static bool Empty(XsdParticle item) => item is XsdGroup group ? group.MayBeEmpty : item.Min == 0;
}
