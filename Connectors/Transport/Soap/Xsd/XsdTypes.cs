using System.Xml;
using System.Xml.Schema;

namespace Connectors.Transport.Soap;

/// <summary>The types and elements of a WSDL's schemas, each made once. Thread-safe.</summary>
internal sealed class XsdTypes(XmlSchemaSet schemas)
{
    private static readonly XmlQualifiedName AnyType = new("anyType", XmlSchema.Namespace);
    private readonly Lock gate = new();
    private readonly Dictionary<XmlSchemaType, XsdType> made = [];
    private readonly Dictionary<XmlSchemaType, XsdSimple> simple = [];

    /// <summary>The global element with a name, or null.</summary>
    public XsdElement? Element(XmlQualifiedName name)
    {
        lock (gate) return schemas.GlobalElements[name] is XmlSchemaElement found ? Of(found, 1, 1) : null;
    }

    /// <summary>The global or built-in type with a name, or null.</summary>
    public XsdType? Type(XmlQualifiedName name)
    {
        lock (gate)
        {
            if (name == AnyType) return Of(XmlSchemaType.GetBuiltInComplexType(name));
            if (name.Namespace == XmlSchema.Namespace) return XmlSchemaType.GetBuiltInSimpleType(name) is { } builtIn ? Of(builtIn) : null;
            return schemas.GlobalTypes[name] is XmlSchemaType found ? Of(found) : null;
        }
    }

    /// <summary>The types that may stand in place of one: those derived from it, itself included unless it is abstract.</summary>
    public IReadOnlyList<XsdType> Derived(XsdType type)
    {
        lock (gate)
        {
            if (schemas.GlobalTypes[type.Name] is not XmlSchemaType ancestor) return [];
            return [.. schemas.GlobalTypes.Values.Cast<XmlSchemaType>().Where(one => IsFrom(one, ancestor)).Select(Of).Where(one => !one.IsAbstract)];
        }
    }

    /// <summary>Whether one type is another or derived from it.</summary>
    public bool IsFrom(XsdType type, XsdType ancestor)
    {
        if (type == ancestor || ancestor.IsAnything) return true;
        lock (gate) return schemas.GlobalTypes[type.Name] is XmlSchemaType one && schemas.GlobalTypes[ancestor.Name] is XmlSchemaType other && IsFrom(one, other);
    }

    /// <summary>The elements that may stand in for a global one, at any distance; abstract ones left out.</summary>
    internal IReadOnlyList<XmlSchemaElement> Substitutes(XmlQualifiedName head)
    {
        var found = schemas.GlobalElements.Values.Cast<XmlSchemaElement>().Where(one => one.SubstitutionGroup == head && one.QualifiedName != head).ToList();
        return [.. found.Where(one => !one.IsAbstract), .. found.SelectMany(one => Substitutes(one.QualifiedName))];
    }

    internal bool IsAbstract(XmlQualifiedName element) => schemas.GlobalElements[element] is XmlSchemaElement { IsAbstract: true };

    internal XsdElement Of(XmlSchemaElement element, int min, int max)
    {
        var source = element.RefName.IsEmpty ? element : schemas.GlobalElements[element.RefName] as XmlSchemaElement ?? element;
        return new XsdElement
        {
            Name = element.QualifiedName,
            Type = Of(source.ElementSchemaType ?? XmlSchemaType.GetBuiltInComplexType(AnyType)!),
            Min = min,
            Max = max,
            Nillable = source.IsNillable,
            Default = source.DefaultValue,
            Fixed = source.FixedValue,
            Description = XsdContent.Documentation(source),
        };
    }

    internal XsdType Of(XmlSchemaType? source)
    {
        source ??= XmlSchemaType.GetBuiltInComplexType(AnyType)!;
        if (made.TryGetValue(source, out var type)) return type;
        type = new XsdType
        {
            Name = source.QualifiedName,
            IsAnything = source.QualifiedName == AnyType,
            IsAbstract = source is XmlSchemaComplexType { IsAbstract: true },
        };
        made.Add(source, type);
        if (type.IsAnything) return type;
        if (source is XmlSchemaSimpleType text) type.Text = Simple(text);
        else new XsdContent(this, type).Fill((XmlSchemaComplexType)source);
        return type;
    }

    internal XsdSimple Simple(XmlSchemaSimpleType source)
    {
        if (simple.TryGetValue(source, out var type)) return type;
        type = new XsdSimple(source.Datatype!, source.QualifiedName)
        {
            Enumeration = Enumeration(source),
            Item = XsdVariety.ItemOf(source) is { } item ? Simple(item) : null,
            Members = [.. XsdVariety.MembersOf(source).Select(Simple)],
        };
        simple.Add(source, type);
        return type;
    }

    private static bool IsFrom(XmlSchemaType? type, XmlSchemaType ancestor)
    {
        for (; type is not null; type = type.BaseXmlSchemaType)
        {
            if (type == ancestor) return true;
        }

        return false;
    }

    // A restriction without values of its own keeps those of its base.
    private static List<string> Enumeration(XmlSchemaSimpleType? type)
    {
        for (; type is not null; type = type.BaseXmlSchemaType as XmlSchemaSimpleType)
        {
            if (type.Content is not XmlSchemaSimpleTypeRestriction restriction) return [];
            var values = restriction.Facets.OfType<XmlSchemaEnumerationFacet>().Select(facet => facet.Value!).ToList();
            if (values.Count > 0) return values;
        }

        return [];
    }
}
