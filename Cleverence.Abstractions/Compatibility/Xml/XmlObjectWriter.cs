using System.Collections;
using System.Xml.Linq;
using Cleverence.Warehouse;

namespace Cleverence.Connectivity.Classic;

/// <summary>Writes objects as elements in the field's conventions.</summary>
internal sealed class XmlObjectWriter
{
    public static readonly XNamespace Clr = "http://schemas.cleverence.ru/clr";

    private int depth;

    public XElement Root(object value)
    {
        var root = ModelProperty.IsSimple(value.GetType()) || value is byte[] ? Value(value) : Object(ModelTypes.NameOf(value.GetType()), value);
        root.SetAttributeValue(XNamespace.Xmlns + "clr", Clr.NamespaceName);
        return root;
    }

    private XElement Object(string name, object value)
    {
        if (++depth > ValueShaper.MaxDepth) throw new InvalidOperationException($"{value.GetType().Name} cannot be written: it is more than {ValueShaper.MaxDepth} levels deep, or it contains itself.");
        var element = new XElement(name);
        switch (value)
        {
            case FieldValueCollection fields:
                element.Add(fields.Select(Field));
                break;
            case UEObject tree:
                element.Add(XmlText.Parse(tree.ToXml(declaration: false)));
                break;
            case IEnumerable items:
                element.Add(items.Cast<object?>().Where(item => item is not null).Select(Item!));
                break;
            default:
                foreach (var property in ModelTypes.ShapeOf(value.GetType()).Written) Add(element, property, property.Get(value));
                break;
        }

        depth--;
        return element;
    }

    private void Add(XElement element, ModelProperty property, object? value)
    {
        if (value is null) return;
        var name = char.ToUpperInvariant(property.Name[0]) + property.Name[1..];
        switch (property.Kind)
        {
            case ModelPropertyKind.Simple:
                element.SetAttributeValue(property.WireName, ClrText.Format(value));
                break;
            case ModelPropertyKind.Value:
                element.Add(new XElement(name, Value(value)));
                break;
            default:
                if (value is ICollection { Count: 0 }) return;
                var child = Object(name, value);
                if (property.Kind == ModelPropertyKind.Model && value.GetType() is var type && ModelTypes.NameOf(type) != ModelTypes.NameOf(property.Type)) child.SetAttributeValue(Clr + "Type", ModelTypes.NameOf(type));
                element.Add(child);
                break;
        }
    }

    private XElement Item(object item) =>
        ModelProperty.IsSimple(item.GetType()) ? Value(item) : Object(ModelTypes.NameOf(item.GetType()), item);

    private XElement Field(FieldValue field)
    {
        var element = new XElement(nameof(FieldValue), new XAttribute("fieldName", field.FieldName));
        if (field.Value is { } value) element.Add(Value(value));
        return element;
    }

    private XElement Value(object value)
    {
        var type = value.GetType();
        var simple = ModelProperty.IsSimple(type) || value is byte[];
        return new XElement("Value", new XAttribute(Clr + "Type", ModelTypes.NameOf(type)), simple ? ClrText.Format(value) : Object(ModelTypes.NameOf(type), value));
    }
}
