namespace Cleverence.Connectivity;

/// <summary>The kind of value a .NET type stands for in a method's signature.</summary>
internal static class ParameterKind
{
    public static ValueKind? Of(Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (target.IsEnum) return ValueKind.String;
        return Type.GetTypeCode(target) switch
        {
            TypeCode.Boolean => ValueKind.Boolean,
            >= TypeCode.SByte and <= TypeCode.UInt64 => ValueKind.Integer,
            TypeCode.Single or TypeCode.Double or TypeCode.Decimal => ValueKind.Decimal,
            TypeCode.String or TypeCode.Char => ValueKind.String,
            TypeCode.DateTime => ValueKind.DateTime,
            _ when target == typeof(DateTimeOffset) => ValueKind.DateTimeOffset,
            _ when target == typeof(DateOnly) => ValueKind.DateTime,
            _ when target == typeof(byte[]) => ValueKind.Binary,
            _ when target == typeof(Guid) || target == typeof(TimeSpan) || target == typeof(Uri) => ValueKind.String,
            _ when target == typeof(ConnectorRecord) => ValueKind.Record,
            _ when target == typeof(ConnectorTable) => ValueKind.Table,
            _ when target != typeof(object) && typeof(System.Collections.IEnumerable).IsAssignableFrom(target) => ValueKind.List,
            _ => null,
        };
    }
}
