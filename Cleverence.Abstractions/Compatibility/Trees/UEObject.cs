using System.Globalization;
using Cleverence.Connectivity.Classic;

namespace Cleverence.Connectivity;

/// <summary>A tree without a schema, read from and written to XML and JSON.</summary>
/// <remarks>A node has a name, a value or children, and attributes, which are children too. Names are compared without case. Not thread-safe.</remarks>
public sealed class UEObject
{
    private object? value;

    /// <summary>Makes a node without a name: the root of a JSON text.</summary>
    public UEObject()
    {
    }

    /// <summary>Makes a node.</summary>
    /// <param name="name">The name, or null for none.</param>
    public UEObject(string? name) => OName = name;

    /// <summary>The children, attributes among them.</summary>
    public List<UEObject> Childs { get; } = [];

    /// <summary>The name; null for the root of a JSON text.</summary>
    public string? OName { get; set; }

    /// <summary>The value; null for none.</summary>
    public object? OValue
    {
        get => value;
        set
        {
            this.value = value;
            if (value is not null) Type = value.GetType();
        }
    }

    /// <summary>Whether it has a value of its own.</summary>
    public bool HasValue => value is not null;

    /// <summary>Whether its children are the elements of a list.</summary>
    public bool IsArray { get; set; }

    /// <summary>Whether it is an attribute of its parent.</summary>
    public bool IsAttribute { get; set; }

    /// <summary>The type of the value; <see cref="object"/> for a node that is there for its children; null when nothing is known.</summary>
    public Type? Type { get; set; }

    internal bool IsEmptyObject => Childs.Count == 0 && value is null && Type == typeof(object);

    /// <summary>Reads an XML text.</summary>
    /// <param name="xml">The text.</param>
    /// <returns>The root element.</returns>
    public static UEObject FromXml(string xml) => UEObjectXml.Read(xml);

    /// <summary>Reads a JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="atPrefix">Whether a name that begins with <c>@</c> is an attribute.</param>
    /// <returns>The root, without a name.</returns>
    public static UEObject FromJson(string json, bool atPrefix) => UEObjectJson.Read(json, atPrefix);

    /// <summary>Finds the first child that is no attribute.</summary>
    /// <param name="name">Its name, or names from parent to child with slashes between them.</param>
    /// <returns>The node, or null.</returns>
    public UEObject? GetNode(string name) => GetNodes(name).FirstOrDefault();

    /// <summary>Finds the children that are no attributes; a list counts as its elements.</summary>
    /// <param name="name">Their name, or names from parent to child with slashes between them.</param>
    /// <returns>The nodes; empty when there are none.</returns>
    public List<UEObject> GetNodes(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var found = Childs.Where(child => !child.IsAttribute && child.IsNamed(name)).SelectMany(child => child.IsArray ? child.Childs : [child]).ToList();
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (found.Count > 0 || slash <= 0) return found;
        return [.. GetNodes(name[..slash]).SelectMany(child => child.GetNodes(name[(slash + 1)..]))];
    }

    /// <summary>Finds an attribute.</summary>
    /// <param name="name">Its name, without the <c>@</c>.</param>
    /// <returns>The attribute, or null.</returns>
    public UEObject? GetAttribute(string name) => Childs.Find(child => child.IsAttribute && child.IsNamed(name));

    /// <summary>Adds a child with a value.</summary>
    /// <param name="name">The child's name.</param>
    /// <param name="value">The value; a <see cref="UEObject"/> becomes the child itself under this name.</param>
    /// <returns>The child.</returns>
    public UEObject AddNode(string name, object? value)
    {
        if (value is not UEObject node) return AddNode(new UEObject(name) { OValue = value });
        node.OName = name;
        return AddNode(node);
    }

    /// <summary>Adds a child.</summary>
    /// <param name="node">The child.</param>
    /// <returns>The child.</returns>
    public UEObject AddNode(UEObject node)
    {
        ArgumentNullException.ThrowIfNull(node);
        Childs.Add(node);
        return node;
    }

    /// <summary>Gives an attribute a value, adding it when it is new.</summary>
    /// <param name="name">The attribute's name, without the <c>@</c>.</param>
    /// <param name="value">The value.</param>
    /// <returns>The attribute.</returns>
    public UEObject SetAttribute(string name, object? value)
    {
        var attribute = GetAttribute(name) ?? AddNode(new UEObject(name) { IsAttribute = true });
        attribute.OValue = value;
        return attribute;
    }

    /// <summary>Whether there is a child or an attribute with a name.</summary>
    /// <param name="name">The name, or a path to a child.</param>
    /// <returns>True when there is.</returns>
    public bool Contains(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Childs.Exists(child => child.IsNamed(name)) || GetNode(name) is not null;
    }

    /// <summary>The value as true or false; false when there is none.</summary>
    /// <returns>The value.</returns>
    public bool AsBoolean() => As<bool>();

    /// <summary>The value as a local date and time; <see cref="DateTime.MinValue"/> when there is none.</summary>
    /// <returns>The value.</returns>
    public DateTime AsDateTime() => value is null ? default : LocalTime.From(value) ?? throw NotA("date");

    /// <summary>The value as an exact number; 0 when there is none.</summary>
    /// <returns>The value.</returns>
    public decimal AsDecimal() => As<decimal>();

    /// <summary>The value as a number; 0 when there is none.</summary>
    /// <returns>The value.</returns>
    public double AsDouble() => As<double>();

    /// <summary>The value as a whole number; 0 when there is none.</summary>
    /// <returns>The value.</returns>
    public int AsInt32() => As<int>();

    /// <summary>The value as text, the same under every culture; null when there is none.</summary>
    /// <returns>The value.</returns>
    public string? AsString() => value is null ? null : ConnectorValues.ToText(value);

    /// <summary>Writes the node as XML.</summary>
    /// <param name="declaration">Whether an XML declaration comes first.</param>
    /// <returns>The text.</returns>
    public string ToXml(bool declaration) => UEObjectXml.Write(this, declaration);

    /// <summary>Writes the node as JSON; a node with a name becomes an object with that one member.</summary>
    /// <param name="atPrefix">Whether the names of attributes get an <c>@</c> in front.</param>
    /// <returns>The text.</returns>
    public string ToJson(bool atPrefix) => UEObjectJson.Write(this, atPrefix);

    /// <inheritdoc/>
    public override string ToString() => HasValue && Childs.Count == 0 ? AsString()! : ToJson(atPrefix: true);

    internal void MarkObject() => Type = typeof(object);

    private bool IsNamed(string name) => string.Equals(OName, name, StringComparison.OrdinalIgnoreCase);

    private T As<T>()
        where T : struct
    {
        if (value is null or "") return default;
        var given = value is int or short or byte ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : value;
        return ConnectorValues.TryConvert(given, typeof(T), out var converted) ? (T)converted! : throw NotA(typeof(T).Name);
    }

    private FormatException NotA(string wanted) => new($"The value '{AsString()}' of '{OName}' is not a {wanted}.");
}
