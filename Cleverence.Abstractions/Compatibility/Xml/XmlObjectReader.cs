using System.Collections;
using System.Xml.Linq;
using Cleverence.DataCollection.Xml;
using Cleverence.Warehouse;

namespace Cleverence.Connectivity.Classic;

/// <summary>Reads objects from elements in the field's conventions. Attributes and elements nobody knows are passed over.</summary>
internal sealed class XmlObjectReader(TypeProvider types)
{
    public object Root(XElement element)
    {
        if (element.Name.LocalName == "Value") return Value(element) ?? "";
        return Object(element, TypeOf(element.Name.LocalName, element));
    }

    private Type TypeOf(string name, XElement element) =>
        types.Find(name) ?? throw new FormatException($"'{name}' is not a known type (element <{element.Name.LocalName}>). Add it: serializer.TypeProvider.Add(typeof(...)).");

    private object Object(XElement element, Type declared)
    {
        if (element.Attribute(XmlObjectWriter.Clr + "Type") is { } named) declared = TypeOf(named.Value, element);
        if (declared == typeof(UEObject)) return Tree(element);
        var value = ModelTypes.Create(declared);
        if (value is IList list && value is not FieldOwner)
        {
            Items(element, list, value.GetType());
            return value;
        }

        Fill(element, value);
        return value;
    }

    private void Fill(XElement element, object value)
    {
        var shape = ModelTypes.ShapeOf(value.GetType());
        foreach (var attribute in element.Attributes())
        {
            if (attribute.IsNamespaceDeclaration || attribute.Name.Namespace == XmlObjectWriter.Clr || shape.Find(attribute.Name.LocalName) is not { Kind: ModelPropertyKind.Simple } property) continue;
            if (attribute.Value.Length > 0 || property.Type == typeof(string)) property.Set(value, Parsed(attribute, property));
        }

        foreach (var child in element.Elements())
        {
            if (shape.Find(child.Name.LocalName) is { } property) Property(child, value, property);
        }

        (value as IAfterRead)?.AfterRead();
    }

    private void Property(XElement child, object owner, ModelProperty property)
    {
        switch (property.Kind)
        {
            case ModelPropertyKind.Simple:
                property.Set(owner, ClrText.Parse(child.Value, property.Type));
                break;
            case ModelPropertyKind.Value:
                property.Set(owner, child.Element("Value") is { } typed ? Value(typed) : child.Value);
                break;
            case ModelPropertyKind.Model:
                property.Set(owner, Object(child, property.Type));
                break;
            default:
                if (property.Get(owner) is IList list) Items(child, list, list.GetType());
                else property.Set(owner, Object(child, property.Type));
                break;
        }
    }

    private void Items(XElement element, IList list, Type type)
    {
        foreach (var child in element.Elements())
        {
            var name = child.Name.LocalName;
            if (list is FieldValueCollection fields)
            {
                if (child.Attribute("fieldName")?.Value is { Length: > 0 } field) fields.Add(field, child.Element("Value") is { } typed ? Value(typed) : null);
            }
            else if (name == "Value")
            {
                list.Add(Value(child));
            }
            else
            {
                list.Add(Object(child, types.Find(name) ?? ItemTypeOf(type) ?? TypeOf(name, child)));
            }
        }
    }

    private object? Value(XElement element)
    {
        var named = element.Attribute(XmlObjectWriter.Clr + "Type")?.Value;
        var type = named is null ? typeof(string) : types.Find(named);
        if (type == typeof(string) || ClrText.Find(type?.Name ?? "") is not null) return ClrText.Parse(element.Value, type!);
        if (element.Elements().FirstOrDefault() is { } inner) return Object(inner, named == nameof(UEObject) ? typeof(UEObject) : type ?? TypeOf(inner.Name.LocalName, inner));
        if (type is { IsEnum: true }) return ClrText.Parse(element.Value, type);
        // An enumeration or a type of somebody else's: its text is all that can be kept.
        return element.Value;
    }

    private static UEObject Tree(XElement element) =>
        element.Elements().FirstOrDefault() is { } root ? UEObject.FromXml(root.ToString(SaveOptions.DisableFormatting)) : new UEObject();

    private static Type? ItemTypeOf(Type type) => type.GetInterfaces()
        .FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IList<>))?.GetGenericArguments()[0];

    private static object Parsed(XAttribute attribute, ModelProperty property)
    {
        try
        {
            return ClrText.Parse(attribute.Value, property.Type);
        }
        catch (FormatException problem)
        {
            throw new FormatException($"Attribute {attribute.Name.LocalName} of <{attribute.Parent!.Name.LocalName}>: {problem.Message}", problem);
        }
    }
}
