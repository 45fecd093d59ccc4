namespace Connectors.Transport.Soap;

/// <summary>Types that stand for the parameters of a message.</summary>
internal static class SoapFrames
{
    /// <summary>Whether an element of this type is nothing but parameters.</summary>
    public static bool IsWrapper(XsdType type) =>
        type is { Text: null, IsAnything: false, IsAbstract: false, IsMixed: false, HasAnyAttribute: false, Attributes.Count: 0 }
        && (type.Content is null || type.Content is { Kind: not XsdGroupKind.Choice, Max: 1 });

    /// <summary>A type of elements that stand side by side.</summary>
    public static XsdType Of(IReadOnlyList<XsdElement> elements) => new()
    {
        Content = new XsdGroup { Kind = XsdGroupKind.Sequence, Items = elements, Min = 1, Max = 1 },
        Fields = new XsdFields([.. elements.DistinctBy(element => element.Name).Select(element => new XsdField(element.Field, element, null, false, false))]),
    };
}
