using System.Numerics;
using Cleverence.Connectivity;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC.OData;

/// <summary>Reads the values of OData answers by the types of <c>$metadata</c>: empty dates and references become null, Int64 texts numbers, fractions decimals with their digits.</summary>
internal sealed class ODataValues(OneCZone zone, EdmModel model)
{
    private const string Namespace = "StandardODATA.";
    private readonly OneCValues guess = new(zone);

    /// <summary>Whether spaces at the ends of texts are cut: 1C fills codes and numbers of fixed length with them.</summary>
    public bool TrimsTexts { get; init; }

    /// <summary>A value as read, for a property.</summary>
    /// <param name="raw">Text, long, decimal, bool, a big number, a token of nested JSON, or null.</param>
    /// <param name="property">The property.</param>
    /// <exception cref="ConnectorException">The value is not of the property's type.</exception>
    public object? Of(object? raw, EdmProperty property)
    {
        if (raw is JValue token) raw = token.Value;
        if (raw is null) return null;
        if (property.IsTypeTag) return raw is string tag ? TypeName(tag) : null;
        return property.Kind switch
        {
            EdmKind.Rows when raw is JArray rows => Rows(rows, property),
            EdmKind.DateTime => Date(raw, property),
            EdmKind.Integer => raw is "" ? null : Whole(raw) ?? throw Wrong(raw, property),
            EdmKind.Number => raw is "" ? null : Fraction(raw) ?? throw Wrong(raw, property),
            EdmKind.Boolean => ConnectorValues.TryConvert(raw, typeof(bool), out var flag) ? flag : throw Wrong(raw, property),
            EdmKind.Guid => raw is string id ? id.Length == 0 || id == OneCValues.EmptyReference ? null : id : throw Wrong(raw, property),
            EdmKind.Binary => raw is string base64 ? Bytes(base64) ?? throw Wrong(raw, property) : throw Wrong(raw, property),
            _ => raw is JToken nested ? ConnectorValues.ToText(nested.ToString(Newtonsoft.Json.Formatting.None)) : raw is string text ? TrimsTexts ? text.TrimEnd(' ') : text : ConnectorValues.ToText(raw),
        };
    }

    /// <summary>A value of several types by the type beside it; null for Undefined whatever stands there.</summary>
    public object? Composite(object? raw, string? type)
    {
        if (raw is JValue token) raw = token.Value;
        return type switch
        {
            "StandardODATA.Undefined" or "Undefined" => null,
            null or "" => raw is string text ? text.Length == 0 || text == OneCValues.EmptyReference ? null : text : raw,
            _ when raw is null => null,
            "Edm.DateTime" => Of(raw, new EdmProperty("", EdmKind.DateTime, type)),
            "Edm.Boolean" => Of(raw, new EdmProperty("", EdmKind.Boolean, type)),
            "Edm.Double" or "Edm.Decimal" => Of(raw, new EdmProperty("", EdmKind.Number, type)),
            "Edm.Int16" or "Edm.Int32" or "Edm.Int64" => Of(raw, new EdmProperty("", EdmKind.Integer, type)),
            "Edm.String" => raw,
            _ => raw is OneCValues.EmptyReference ? null : raw,
        };
    }

    /// <summary>The name of a type without the namespace; null for Undefined.</summary>
    public static string? TypeName(string published)
    {
        var name = published.StartsWith(Namespace, StringComparison.Ordinal) ? published[Namespace.Length..] : published;
        return name is "Undefined" or "" ? null : name;
    }

    /// <summary>One object; links and notes of the protocol are left out.</summary>
    /// <param name="fields">The object.</param>
    /// <param name="type">Its type; null when the base does not describe it.</param>
    public ConnectorRecord Record(JObject fields, EdmType? type)
    {
        var record = new ConnectorRecord();
        foreach (var field in fields.Properties())
        {
            if (!IsNote(field.Name)) record.Add(field.Name, Field(fields, field, type));
        }

        return record;
    }

    /// <summary>An object of an unknown type, an expanded reference for one.</summary>
    public object? Nested(JToken? token, EdmType? type) => token switch
    {
        JObject fields => Record(fields, type),
        JArray rows => rows.Select(row => Nested(row, type)).ToList(),
        _ => guess.FromJson(token),
    };

    /// <summary>Whether a name is of the protocol and not of the base: <c>odata.metadata</c>, <c>X@navigationLinkUrl</c>.</summary>
    public static bool IsNote(string name) => name.Contains('@', StringComparison.Ordinal) || name.StartsWith("odata.", StringComparison.Ordinal);

    private object? Field(JObject fields, JProperty field, EdmType? type)
    {
        var tag = (fields[field.Name + EdmType.TypeSuffix] as JValue)?.Value as string;
        if (type?.Find(field.Name) is { } property)
        {
            return property.IsComposite ? Composite(field.Value, tag) : Of(field.Value is JValue value ? value.Value : field.Value, property);
        }

        if (type is null && field.Name.EndsWith(EdmType.TypeSuffix, StringComparison.Ordinal) && field.Value is JValue { Value: string published }) return TypeName(published);
        if (type is null && tag is not null && field.Value is JValue) return Composite(field.Value, tag);
        return Nested(field.Value, type?.FindNavigation(field.Name) is { } navigation ? model.Type(navigation.Target) : null);
    }

    private List<object?> Rows(JArray rows, EdmProperty property)
    {
        var type = model.Type(property.TypeName);
        var list = rows.Select(row => row is JObject fields ? Record(fields, type) : Nested(row, null)).ToList();
        return list.TrueForAll(row => row is ConnectorRecord record && LineOf(record) is not null) ? [.. list.OrderBy(row => LineOf((ConnectorRecord)row!))] : list;
    }

    // Lines are numbered by text; by its letters 10 would stand before 9.
    private static long? LineOf(ConnectorRecord record) => Whole(record["LineNumber"]);

    private static long? Whole(object? raw) => ConnectorValues.TryConvert(raw, typeof(long), out var number) ? (long?)number : null;

    private static decimal? Fraction(object raw) => raw switch
    {
        BigInteger big => BigInteger.Abs(big) <= (BigInteger)decimal.MaxValue ? (decimal)big : null,
        string text => decimal.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var digits) ? digits : null,
        _ => ConnectorValues.TryConvert(raw, typeof(decimal), out var number) ? (decimal?)number : null,
    };

    private DateTime? Date(object raw, EdmProperty property) =>
        raw is "" ? null : raw is string text && zone.TryRead(text, out var date) ? date : throw Wrong(raw, property);

    private static byte[]? Bytes(string text)
    {
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var length) ? buffer[..length] : null;
    }

    private static ConnectorException Wrong(object raw, EdmProperty property)
    {
        var text = raw is JToken token ? token.ToString(Newtonsoft.Json.Formatting.None) : ConnectorValues.ToText(raw);
        return ODataErrors.Unreadable(
            $"{property.Name} holds '{(text.Length <= 40 ? text : text[..39] + "…")}', which is not {property.TypeName}",
            $"в {property.Name} значение «{(text.Length <= 40 ? text : text[..39] + "…")}», а не {property.TypeName}",
            text.Length <= 4_000 ? text : text[..4_000]);
    }
}
