using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>A field of a type's records: an attribute, an element, or the text.</summary>
/// <param name="Name">Its name in the record.</param>
/// <param name="Element">The element it stands for, or null.</param>
/// <param name="Attribute">The attribute it stands for, or null.</param>
/// <param name="Repeats">Whether its value is a list or table.</param>
/// <param name="InChoice">Whether it may be absent because another one is there.</param>
internal sealed record XsdField(string Name, XsdElement? Element, XsdAttribute? Attribute, bool Repeats, bool InChoice)
{
    /// <summary>The kind its values have as a rule, or null where that differs.</summary>
    public ValueKind? Kind { get; } = KindOf(Element?.Type, Attribute, Repeats);

    /// <summary>The kind the values of an element have as a rule, or null.</summary>
    public static ValueKind? KindOf(XsdType? type, XsdAttribute? attribute, bool repeats)
    {
        if (repeats) return type is { IsRecord: true } ? ValueKind.Table : ValueKind.List;
        if (type is null) return attribute is null ? ValueKind.String : attribute.Type.Kind;
        if (type.IsSimple) return type.Text!.Kind;
        if (type.IsAnything) return null;
        return type.Sole is { } sole ? KindOf(sole.Type, null, true) : ValueKind.Record;
    }
}
