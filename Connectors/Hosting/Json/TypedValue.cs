using System.Globalization;
using System.Text;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>Values that say their kind: <c>{"$type":"decimal","value":"1.50"}</c>.</summary>
internal static class TypedValue
{
    private const string Type = "$type";
    private const string Content = "value";

    /// <summary>The value that the fields of such an object stand for.</summary>
    public static object? Of(ConnectorRecord fields, long offset)
    {
        var kind = KindOf(fields[Type], offset);
        if (kind == ValueKind.Table && !fields.HasExactly(Content)) return TypedTable.Of(fields, offset);
        if (kind == ValueKind.Record) throw Fault(offset, "write $type before value in a value of type record", "в значении типа record пишите $type перед value");
        if (fields.Count != 2 || !fields.HasExactly(Content))
        {
            throw Fault(offset, "a value with $type has just one more field, value", "у значения с $type есть ещё ровно одно поле: value");
        }

        return ToKind(kind, fields[Content], offset);
    }

    /// <summary>Brings a value read without knowing its kind into the kind it is said to be; null stays null.</summary>
    public static object? ToKind(ValueKind kind, object? value, long offset)
    {
        if (value is null) return null;
        return Convert(kind, value, offset) ?? throw Fault(
            offset, $"the value cannot be read as {ConnectorValues.NameOf(kind)}", $"значение нельзя прочитать как {ConnectorValues.NameOf(kind)}");
    }

    public static ValueKind KindOf(object? name, long offset)
    {
        if (ConnectorValues.TryParseKind(name as string, out var kind)) return kind;
        var known = string.Join(", ", Enum.GetValues<ValueKind>().Select(ConnectorValues.NameOf));
        throw Fault(offset, $"'{Short(name as string)}' is not a type; there are {known}", $"«{Short(name as string)}» — не тип; есть {known}");
    }

    public static JsonFault Fault(long offset, string text, string textRu) => new(offset, text, textRu);

    private static string Short(string? name) => name is null ? "null" : name.Length <= 20 ? name : string.Concat(name.AsSpan(0, 19), "…");

    private static object? Convert(ValueKind kind, object value, long offset) => kind switch
    {
        ValueKind.Boolean => value switch { bool => value, "true" => true, "false" => false, _ => null },
        ValueKind.Integer => value switch { long => value, string text => ToInteger(text), _ => null },
        ValueKind.Decimal => value switch { decimal => value, long whole => (decimal)whole, string text => ToDecimal(text), _ => null },
        ValueKind.String => value as string,
        ValueKind.DateTime => ConnectorValues.TryConvert(value, typeof(DateTime), out var time) ? time : null,
        ValueKind.DateTimeOffset => ConnectorValues.TryConvert(value, typeof(DateTimeOffset), out var moment) ? moment : null,
        ValueKind.Binary => ConnectorValues.TryConvert(value, typeof(byte[]), out var bytes) ? bytes : null,
        ValueKind.List => value as List<object?>,
        ValueKind.Record => value as ConnectorRecord,
        ValueKind.Table => value is ConnectorRecord fields ? TypedTable.Of(fields, offset) : value as ConnectorTable,
        _ => null,
    };

    private static long? ToInteger(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    private static decimal? ToDecimal(string text) =>
        text.Length <= 256 && ExactNumber.TryParse(Encoding.UTF8.GetBytes(text), out var number) ? number : null;
}
