using System.Text.RegularExpressions;
using Cleverence.Connectivity;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC.OData;

/// <summary>Writes records as bodies. Every name is checked: 1C passes over a property it does not know without a word.</summary>
internal sealed partial class BodyWriter(EdmModel model, OneCZone zone)
{
    private const string BindSuffix = "@odata.bind";
    private readonly PropertyWriter properties = new(zone);

    /// <param name="fields">The fields.</param>
    /// <param name="type">What they belong to.</param>
    /// <param name="bindsReferences">Whether references are written as links, as a replacement wants them.</param>
    /// <exception cref="ConnectorException">The base has no such field, or it takes no such value.</exception>
    public JObject Write(ConnectorRecord fields, EdmType type, bool bindsReferences = false)
    {
        var body = new JObject();
        foreach (var (name, value) in fields) Take(body, name, value, fields, type, bindsReferences);
        return body;
    }

    private void Take(JObject body, string name, object? value, ConnectorRecord fields, EdmType type, bool binds)
    {
        if (name.EndsWith(BindSuffix, StringComparison.OrdinalIgnoreCase)) Bind(body, name[..^BindSuffix.Length], value, type);
        else if (type.Find(name) is not { } property) BindReference(body, name, value, type);
        else if (property.Kind == EdmKind.Rows) body[property.Name] = Rows(value, property);
        else if (property.IsComposite) Composite(body, property, value, fields);
        else if (property.IsTypeTag) body[property.Name] = value is string tag ? Qualified(tag) : throw ODataErrors.WrongValue("fields", property, value);
        else if (property.Kind == EdmKind.Stream) File(body, property, value, fields);
        else if (binds && value is not null && NavigationOf(property, type) is { } navigation) body[navigation.Name + BindSuffix] = LinkOf(navigation, value, property);
        else body[property.Name] = properties.Write(value, property);
    }

    private static EdmNavigation? NavigationOf(EdmProperty property, EdmType type) =>
        property.Kind == EdmKind.Guid && property.Name.EndsWith("_Key", StringComparison.Ordinal) && !type.Keys.Contains(property.Name) ? type.FindNavigation(property.Name[..^4]) : null;

    private static string LinkOf(EdmNavigation navigation, object value, EdmProperty property) =>
        value is string id && Guid.TryParse(id, out var guid) ? $"{navigation.Target}({ODataLiteral.Guid(guid)})" : throw ODataErrors.WrongValue("fields", property, value);

    // A reference may be given by its name without _Key.
    private void BindReference(JObject body, string name, object? value, EdmType type)
    {
        var navigation = type.FindNavigation(name) ?? throw ODataErrors.UnknownField("fields", name, type);
        if (type.Find($"{navigation.Name}_Key") is { } key && value is null) body[key.Name] = properties.Write(null, key);
        else body[navigation.Name + BindSuffix] = LinkOf(navigation, value ?? "", new EdmProperty(navigation.Name, EdmKind.Guid, "Edm.Guid"));
    }

    private static void Bind(JObject body, string name, object? value, EdmType type)
    {
        var navigation = type.FindNavigation(name) ?? throw ODataErrors.UnknownField("fields", name, type);
        body[navigation.Name + BindSuffix] = value is string link && Link().IsMatch(link)
            ? link
            : throw ODataErrors.Argument("fields", $"{navigation.Name}{BindSuffix} takes a link such as Catalog_X(guid'…')", $"{navigation.Name}{BindSuffix} принимает ссылку вида Catalog_X(guid'…')");
    }

    private JArray Rows(object? value, EdmProperty property)
    {
        var row = model.Type(property.TypeName) ?? new EdmType(property.TypeName, [], [], []);
        var records = value switch
        {
            ConnectorTable { IsStream: false } table => [.. table.Rows.Select(cells => new ConnectorRecord(table.Columns.Select((column, at) => KeyValuePair.Create(column.Name, cells[at]))))],
            IReadOnlyList<object?> items when value is not byte[] && items.All(item => item is ConnectorRecord) => items.Cast<ConnectorRecord>().ToList(),
            _ => throw ODataErrors.WrongValue("fields", property, value),
        };
        return new JArray(records.Select((record, at) => Numbered(Write(record, row), row, at + 1)));
    }

    // 1C takes rows in the order of their numbers; who gives none means the order given.
    private JObject Numbered(JObject body, EdmType row, int number)
    {
        if (row.Find("LineNumber") is { } line && body[line.Name] is null) body[line.Name] = properties.Write((long)number, line);
        return body;
    }

    private void Composite(JObject body, EdmProperty property, object? value, ConnectorRecord fields)
    {
        var tag = property.Name + EdmType.TypeSuffix;
        if (value is ConnectorRecord typed && typed["type"] is string type && typed.TryGet("value", out var inner))
        {
            body[property.Name] = properties.Untyped(inner, property);
            body[tag] = Qualified(type);
        }
        else if (fields[tag] is string given)
        {
            body[property.Name] = properties.Untyped(value, property);
            body[tag] = Qualified(given);
        }
        else
        {
            body[property.Name] = properties.Untyped(value, property);
            body[tag] = PropertyWriter.TypeOf(value) ?? throw ODataErrors.WrongValue("fields", property, value);
        }
    }

    private static void File(JObject body, EdmProperty property, object? value, ConnectorRecord fields)
    {
        if (!ConnectorValues.TryConvert(value, typeof(byte[]), out var bytes) || bytes is null) throw ODataErrors.WrongValue("fields", property, value);
        body[$"{property.Name}_Base64Data"] = Convert.ToBase64String((byte[])bytes);
        if (!fields.Contains($"{property.Name}_Type")) body[$"{property.Name}_Type"] = "application/octet-stream";
    }

    private static string Qualified(string type) =>
        type.Length == 0 ? "StandardODATA.Undefined" : type.Contains('.', StringComparison.Ordinal) ? type : $"StandardODATA.{type}";

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_]*\(guid'[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'\)$")]
    private static partial Regex Link();
}
