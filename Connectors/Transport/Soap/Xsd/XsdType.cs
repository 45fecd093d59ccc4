using System.Xml;

namespace Connectors.Transport.Soap;

/// <summary>A type of elements. Filled once by <see cref="XsdTypes"/>, read-only from then on.</summary>
internal sealed class XsdType
{
    /// <summary>The field of the text of an element that also has attributes or elements.</summary>
    public const string TextField = "#text";

    /// <summary>The field that chooses a derived type.</summary>
    public const string TypeField = "@xsi:type";

    public XmlQualifiedName Name { get; init; } = XmlQualifiedName.Empty;

    /// <summary>Anything at all: xs:anyType.</summary>
    public bool IsAnything { get; init; }

    public bool IsAbstract { get; init; }

    public bool IsMixed { get; set; }

    /// <summary>The type of the text, of a simple type or of simple content.</summary>
    public XsdSimple? Text { get; set; }

    public IReadOnlyList<XsdAttribute> Attributes { get; set; } = [];

    public bool HasAnyAttribute { get; set; }

    public XsdGroup? Content { get; set; }

    /// <summary>Whether elements may come that are not named.</summary>
    public bool HasAny { get; set; }

    /// <summary>The fields of its records, in their order.</summary>
    public XsdFields Fields { get; set; } = XsdFields.None;

    /// <summary>The one repeating element that is all its content; its value is a list then, without a record around it.</summary>
    public XsdElement? Sole { get; set; }

    /// <summary>Whether its values are no records: text only.</summary>
    public bool IsSimple => Text is not null && Attributes.Count == 0 && !HasAnyAttribute;

    public bool IsRecord => !IsSimple && !IsAnything && Sole is null;
}
