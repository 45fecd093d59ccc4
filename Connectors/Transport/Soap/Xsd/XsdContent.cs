using System.Xml;
using System.Xml.Schema;

namespace Connectors.Transport.Soap;

/// <summary>Fills a complex type from its compiled schema, bases and groups laid out.</summary>
internal sealed class XsdContent(XsdTypes types, XsdType type)
{
    private readonly List<XsdField> fields = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public void Fill(XmlSchemaComplexType source)
    {
        type.IsMixed = source.ContentType == XmlSchemaContentType.Mixed;
        type.Attributes = [.. Attributes(source)];
        type.HasAnyAttribute = source.AttributeWildcard is not null;
        foreach (var attribute in type.Attributes) fields.Add(new XsdField(attribute.Field, null, attribute, false, false));
        if (source.ContentType == XmlSchemaContentType.TextOnly) type.Text = TextOf(source);
        else type.Content = Group(source.ContentTypeParticle as XmlSchemaGroupBase, outermost: true);
        if (type.Content is not null) AddFields(type.Content, type.Content.Max > 1, type.Content.Kind == XsdGroupKind.Choice);
        if (type.Text is not null || type.IsMixed) fields.Add(new XsdField(XsdType.TextField, null, null, false, true));
        type.Fields = new XsdFields(fields);
        type.Sole = SoleOf();
    }

    public static string? Documentation(XmlSchemaAnnotated source) =>
        source.Annotation?.Items.OfType<XmlSchemaDocumentation>().SelectMany(one => one.Markup ?? []).Select(one => one?.InnerText.Trim()).FirstOrDefault(text => !string.IsNullOrEmpty(text));

    private IEnumerable<XsdAttribute> Attributes(XmlSchemaComplexType source)
    {
        foreach (XmlSchemaAttribute attribute in source.AttributeUses.Values)
        {
            if (attribute.Use == XmlSchemaUse.Prohibited || attribute.AttributeSchemaType is not { Datatype: not null } kind) continue;
            yield return new XsdAttribute(attribute.QualifiedName, types.Simple(kind), attribute.Use == XmlSchemaUse.Required) { Default = attribute.DefaultValue, Fixed = attribute.FixedValue };
        }
    }

    private XsdSimple TextOf(XmlSchemaComplexType source)
    {
        for (XmlSchemaType? at = source; at is not null; at = at.BaseXmlSchemaType)
        {
            if (at is XmlSchemaSimpleType simple) return types.Simple(simple);
        }

        return new XsdSimple(source.Datatype!, XmlQualifiedName.Empty);
    }

    private XsdGroup? Group(XmlSchemaGroupBase? source, bool outermost)
    {
        if (source is null) return null;
        var items = new List<XsdParticle>();
        foreach (var item in source.Items)
        {
            if (item is XmlSchemaElement element) items.Add(ElementOrSubstitutes(element));
            else if (item is XmlSchemaAny any) items.Add(new XsdAny { Min = Times(any.MinOccurs), Max = Times(any.MaxOccurs) });
            else if (item is XmlSchemaGroupBase group && Group(group, outermost: false) is { } inner) items.Add(inner);
        }

        if (items.Count == 0 && !outermost) return null;
        type.HasAny |= items.Exists(item => item is XsdAny);
        var kind = source switch { XmlSchemaChoice => XsdGroupKind.Choice, XmlSchemaAll => XsdGroupKind.All, _ => XsdGroupKind.Sequence };
        return new XsdGroup { Kind = kind, Items = items, Min = Times(source.MinOccurs), Max = Times(source.MaxOccurs) };
    }

    // An element that others may stand in for is a choice of all of them.
    private XsdParticle ElementOrSubstitutes(XmlSchemaElement element)
    {
        int min = Times(element.MinOccurs), max = Times(element.MaxOccurs);
        var others = element.RefName.IsEmpty ? [] : types.Substitutes(element.RefName);
        if (others.Count == 0) return types.Of(element, min, max);
        List<XsdParticle> choices = [.. others.Select(other => types.Of(other, 1, 1))];
        if (!types.IsAbstract(element.RefName)) choices.Insert(0, types.Of(element, 1, 1));
        return new XsdGroup { Kind = XsdGroupKind.Choice, Items = choices, Min = min, Max = max };
    }

    private void AddFields(XsdGroup group, bool repeats, bool inChoice)
    {
        foreach (var item in group.Items)
        {
            if (item is XsdGroup inner) AddFields(inner, repeats || inner.Max > 1, inChoice || inner.Min == 0 || inner.Kind == XsdGroupKind.Choice || group.Kind == XsdGroupKind.Choice);
            else if (item is XsdElement element) AddField(element, repeats || element.Max > 1, inChoice);
        }
    }

    // The same element in two places of a type is one field that repeats; one name of two namespaces is two fields.
    private void AddField(XsdElement element, bool repeats, bool inChoice)
    {
        var same = fields.FindIndex(field => field.Element?.Name == element.Name);
        if (same >= 0)
        {
            element.Field = fields[same].Name;
            fields[same] = fields[same] with { Repeats = fields[same].Repeats || !inChoice };
            return;
        }

        if (!names.Add(element.Name.Name)) element.Field = element.Name.ToString().Replace(element.Name.Namespace + ":", $"{{{element.Name.Namespace}}}", StringComparison.Ordinal);
        fields.Add(new XsdField(element.Field, element, null, repeats, inChoice));
    }

    private XsdElement? SoleOf() =>
        type is { Text: null, IsMixed: false, HasAny: false, HasAnyAttribute: false, Attributes.Count: 0 } && fields is [{ Repeats: true, Element: { } only }] ? only : null;

    private static int Times(decimal count) => count >= int.MaxValue ? int.MaxValue : (int)count;
}
