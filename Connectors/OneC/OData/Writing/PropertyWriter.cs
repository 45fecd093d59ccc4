using Cleverence.Connectivity;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC.OData;

/// <summary>Writes single values into bodies: what callers call null becomes the empty value of 1C.</summary>
internal sealed class PropertyWriter(OneCZone zone)
{
    private readonly OneCWriter writer = new(zone);

    /// <exception cref="ConnectorException">The property takes no such value.</exception>
    public JToken Write(object? value, EdmProperty property) => property.Kind switch
    {
        EdmKind.Guid => Text(value, OneCType.Reference, property),
        EdmKind.DateTime => Text(value, OneCType.Date, property),
        // OData 3 writes Int64 as text: a number of JSON keeps 53 bits.
        EdmKind.Integer when property.TypeName == "Edm.Int64" && value is not null => Text(value, OneCType.Integer, property),
        EdmKind.Integer => Json(value, OneCType.Integer, property),
        EdmKind.Number => Json(value, OneCType.Number, property),
        EdmKind.Boolean => Json(value, OneCType.Boolean, property),
        EdmKind.Binary => value is null ? JValue.CreateNull() : Text(value, OneCType.Binary, property),
        _ => value switch
        {
            null => new JValue(""),
            string or long or decimal or bool => new JValue(ConnectorValues.ToText(value)),
            _ => throw ODataErrors.WrongValue("fields", property, value),
        },
    };

    /// <summary>The value of a property of several types: always text, its type stands beside it.</summary>
    public JValue Untyped(object? value, EdmProperty property) => value switch
    {
        null => new JValue(""),
        DateTime or DateTimeOffset => Text(value, OneCType.Date, property),
        string or long or decimal or bool => new JValue(ConnectorValues.ToText(value)),
        _ => throw ODataErrors.WrongValue("fields", property, value),
    };

    /// <summary>The type of a value nobody told the type of; null for a text that may be a reference.</summary>
    public static string? TypeOf(object? value) => value switch
    {
        null => "StandardODATA.Undefined",
        bool => "Edm.Boolean",
        long => "Edm.Int64",
        decimal => "Edm.Double",
        DateTime or DateTimeOffset => "Edm.DateTime",
        string text when !Guid.TryParse(text, out _) => "Edm.String",
        _ => null,
    };

    private JValue Text(object? value, OneCType type, EdmProperty property) =>
        writer.TryText(value, type, out var text) && text is not null ? new JValue(text) : throw ODataErrors.WrongValue("fields", property, value);

    private JToken Json(object? value, OneCType type, EdmProperty property) =>
        value is not null && writer.TryJson(value, type, out var json) ? json : throw ODataErrors.WrongValue("fields", property, value);
}
