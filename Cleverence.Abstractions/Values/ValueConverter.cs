using System.Globalization;

namespace Cleverence.Connectivity;

/// <summary>Conversions from the closed set to the types methods are written with. What would lose something is refused.</summary>
internal static class ValueConverter
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static bool TryConvert(object? value, Type type, out object? converted)
    {
        var target = Nullable.GetUnderlyingType(type);
        converted = null;
        if (value is null) return target is not null || !type.IsValueType;
        target ??= type;
        if (target.IsInstanceOfType(value))
        {
            converted = value;
            return true;
        }

        converted = target switch
        {
            _ when target == typeof(string) => value is ConnectorRecord or ConnectorTable or IReadOnlyList<object?> ? null : ConnectorValues.ToText(value),
            _ when target.IsEnum => ToEnum(value, target),
            _ when target == typeof(bool) => ToBoolean(value),
            _ when target == typeof(decimal) => ToDecimal(value),
            _ when target == typeof(double) || target == typeof(float) => ToFloat(value, target),
            _ when IsInteger(target) => ToInteger(value, target),
            _ when target == typeof(DateTime) => ToDateTime(value),
            _ when target == typeof(DateTimeOffset) => ToDateTimeOffset(value),
            _ when target == typeof(DateOnly) => ToDateTime(value) is DateTime day && day.TimeOfDay == TimeSpan.Zero ? DateOnly.FromDateTime(day) : null,
            _ when target == typeof(TimeSpan) => value is string text && TimeSpan.TryParseExact(text, "c", Invariant, out var span) ? span : null,
            _ when target == typeof(Guid) => value is string text && Guid.TryParse(text, out var id) ? id : null,
            _ when target == typeof(byte[]) => ToBytes(value),
            _ when value is IReadOnlyList<object?> items => ListConverter.ToList(items, target),
            _ => null,
        };
        return converted is not null;
    }

    private static bool IsInteger(Type type) =>
        Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64;

    private static object? ToInteger(object value, Type target)
    {
        if (ToDecimal(value) is not decimal number || decimal.Truncate(number) != number) return null;
        try
        {
            return Convert.ChangeType(number, target, Invariant);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static object? ToDecimal(object value) => value switch
    {
        bool => null,
        string text => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, Invariant, out var number) ? number : null,
        decimal or long or int or short or byte or sbyte or ushort or uint or ulong => Convert.ToDecimal(value, Invariant),
        double or float => decimal.TryParse(((IFormattable)value).ToString("R", Invariant), NumberStyles.Float, Invariant, out var number) ? number : null,
        _ => null,
    };

    private static object? ToFloat(object value, Type target) =>
        ToDecimal(value) is decimal number ? Convert.ChangeType(number, target, Invariant) : null;

    private static object? ToBoolean(object value) => value switch
    {
        string text when bool.TryParse(text, out var flag) => flag,
        string { Length: 1 } text when text[0] is '0' or '1' => text[0] == '1',
        long and (0 or 1) => (long)value == 1,
        _ => null,
    };

    private static object? ToEnum(object value, Type target) => value switch
    {
        string text when Enum.TryParse(target, text, ignoreCase: true, out var found) && Enum.IsDefined(target, found) => found,
        long number when ToInteger(number, Enum.GetUnderlyingType(target)) is { } raw && Enum.IsDefined(target, raw) => Enum.ToObject(target, raw),
        _ => null,
    };

    // A zone is neither invented nor dropped: a text with an offset is a moment, one without is a wall-clock time.
    private static object? ToDateTime(object value) => value switch
    {
        string text when !HasOffset(text) && DateTime.TryParse(text, Invariant, DateTimeStyles.None, out var time) && IsIso(text) => DateTime.SpecifyKind(time, DateTimeKind.Unspecified),
        _ => null,
    };

    private static object? ToDateTimeOffset(object value) => value switch
    {
        string text when HasOffset(text) && IsIso(text) && DateTimeOffset.TryParse(text, Invariant, DateTimeStyles.None, out var moment) => moment,
        _ => null,
    };

    private static bool IsIso(string text) =>
        text.Length >= 10 && text[4] == '-' && text[7] == '-' && char.IsAsciiDigit(text[0]) && (text.Length == 10 || text[10] is 'T' or ' ');

    private static bool HasOffset(string text) =>
        text.Length > 10 && (text[^1] is 'Z' or 'z' || text.IndexOfAny(['+', '-'], 11) >= 0);

    private static byte[]? ToBytes(object value)
    {
        if (value is not string text) return null;
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var length) ? buffer[..length] : null;
    }
}
