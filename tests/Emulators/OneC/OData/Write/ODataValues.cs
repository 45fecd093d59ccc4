using System.Globalization;
using System.Text.Json;

namespace Emulators.OneC;

/// <summary>Values of a body, by the kind of their attribute; anything of another form is code 4.</summary>
internal static class ODataValues
{
    public static object? Read(ODataField field, string property, JsonElement json)
    {
        if (property.EndsWith("_Type", StringComparison.Ordinal) && field.Kind is FieldKind.Composite) return TypeName(property, json);
        return field.Kind switch
        {
            FieldKind.Date => Date(property, json),
            FieldKind.Flag => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : throw Bad(property, json),
            FieldKind.Fraction => Number(property, json),
            FieldKind.Int16 or FieldKind.Int32 or FieldKind.Int64 => Whole(field.Kind, property, json),
            FieldKind.Uuid or FieldKind.Reference => json.ValueKind == JsonValueKind.String && Guid.TryParseExact(json.GetString(), "D", out var key) ? key : throw Bad(property, json),
            FieldKind.Enum => Member(field, property, json),
            FieldKind.Storage when property.EndsWith("_Base64Data", StringComparison.Ordinal) => json.ValueKind == JsonValueKind.String && json.TryGetBytesFromBase64(out _) ? json.GetString() : throw Bad(property, json),
            _ => json.ValueKind switch { JsonValueKind.String => json.GetString(), JsonValueKind.Null when field.Kind == FieldKind.Composite => "", _ => throw Bad(property, json) },
        };
    }

    // Local time of the base: no zone, whole seconds, years 1 to 3999.
    private static DateTime Date(string property, JsonElement json) =>
        json.ValueKind == JsonValueKind.String && DateTime.TryParseExact(json.GetString(), "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year <= 3999
            ? date : throw Bad(property, json);

    private static decimal Number(string property, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number when json.TryGetDecimal(out var number) => number,
        JsonValueKind.String when decimal.TryParse(json.GetString(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw Bad(property, json),
    };

    private static long Whole(FieldKind kind, string property, JsonElement json)
    {
        var number = Number(property, json);
        var (least, most) = kind switch { FieldKind.Int16 => (short.MinValue, short.MaxValue), FieldKind.Int32 => (int.MinValue, int.MaxValue), _ => (long.MinValue, long.MaxValue) };
        return number == Math.Truncate(number) && number >= least && number <= most ? (long)number : throw Bad(property, json);
    }

    private static string Member(ODataField field, string property, JsonElement json) =>
        json.ValueKind == JsonValueKind.String && json.GetString() is { } member && (member.Length == 0 || TradeModel.Enums[field.Target].Contains(member)) ? member : throw Bad(property, json);

    private static string TypeName(string property, JsonElement json)
    {
        const string prefix = "StandardODATA.";
        var name = json.ValueKind == JsonValueKind.String ? json.GetString()! : throw Bad(property, json);
        var known = name is "Edm.String" or "Edm.Double" or "Edm.Int64" or "Edm.DateTime" or "Edm.Boolean" or prefix + "Undefined"
            || (name.StartsWith(prefix, StringComparison.Ordinal) && TradeModel.Find(name[prefix.Length..]) is not null);
        return known ? name : throw Bad(property, json);
    }

    private static ODataException Bad(string property, JsonElement json) => new(4, $"Неверное значение свойства {property}: {json.GetRawText()}");
}
