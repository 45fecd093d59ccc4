using Cleverence.Connectivity;
using Connectors.Transport.Arguments;
using Npgsql;
using NpgsqlTypes;

namespace Connectors.Sql;

/// <summary>Makes the bound parameter of a value, typed after its declared kind.</summary>
internal static class PostgresArgument
{
    // Times travel as microseconds from this day: the provider would take the first and the last day of the calendar for infinities.
    private static readonly DateTime Start = new(2000, 1, 1);

    public static NpgsqlParameter Of(SqlParameter parameter, object? value)
    {
        var kind = parameter.Kind ?? (value is null ? ValueKind.Null : ConnectorValues.KindOf(value));
        if (value is not null && parameter.Kind is null && kind == ValueKind.List && value is not IReadOnlyList<object?>) kind = ValueKind.Null;
        return kind switch
        {
            ValueKind.Boolean => Typed(NpgsqlDbType.Boolean, value),
            ValueKind.Integer => Typed(NpgsqlDbType.Bigint, value),
            ValueKind.Decimal => Typed(NpgsqlDbType.Numeric, value),
            ValueKind.String => Typed(NpgsqlDbType.Text, value),
            ValueKind.Binary => Typed(NpgsqlDbType.Bytea, value),
            ValueKind.DateTime => Typed(NpgsqlDbType.Timestamp, Micros(value)),
            ValueKind.DateTimeOffset => Typed(NpgsqlDbType.TimestampTz, Micros(value)),
            ValueKind.List => ListOf(parameter, (IReadOnlyList<object?>?)value),
            ValueKind.Record or ValueKind.Table => Untyped(value is null ? null : ArgumentJson.Of(value)),
            _ => Untyped(null),
        };
    }

    private static NpgsqlParameter Typed(NpgsqlDbType type, object? value) => new() { NpgsqlDbType = type, Value = value ?? DBNull.Value };

    // The server finds its type from where it stands.
    private static NpgsqlParameter Untyped(string? text) => Typed(NpgsqlDbType.Unknown, text);

    private static NpgsqlParameter ListOf(SqlParameter parameter, IReadOnlyList<object?>? items)
    {
        if (items is null) return parameter.Items is null ? Untyped(null) : Typed(ListOf(parameter, []).NpgsqlDbType, null);
        var kinds = items.Where(item => item is not null).Select(item => ConnectorValues.KindOf(item)).Distinct().ToList();
        var kind = parameter.Items ?? kinds switch
        {
            [] => null,
            [var only] => only,
            _ when kinds.TrueForAll(one => one is ValueKind.Integer or ValueKind.Decimal) => ValueKind.Decimal,
            _ => ValueKind.List,
        };
        return kind switch
        {
            null => Untyped(items.Count == 0 ? "{}" : "{" + string.Join(',', items.Select(_ => "NULL")) + "}"),
            ValueKind.Boolean => Array(NpgsqlDbType.Boolean, items.Select(As<bool?>)),
            ValueKind.Integer => Array(NpgsqlDbType.Bigint, items.Select(As<long?>)),
            ValueKind.Decimal => Array(NpgsqlDbType.Numeric, items.Select(As<decimal?>)),
            ValueKind.String => Array(NpgsqlDbType.Text, items.Select(As<string?>)),
            ValueKind.Binary => Array(NpgsqlDbType.Bytea, items.Select(As<byte[]?>)),
            ValueKind.DateTime => Array(NpgsqlDbType.Timestamp, items.Select(item => (long?)Micros(As<DateTime?>(item)))),
            ValueKind.DateTimeOffset => Array(NpgsqlDbType.TimestampTz, items.Select(item => (long?)Micros(As<DateTimeOffset?>(item)))),
            _ => Untyped(ArgumentJson.Of(items)),
        };
    }

    private static NpgsqlParameter Array<T>(NpgsqlDbType type, IEnumerable<T> items) => Typed(NpgsqlDbType.Array | type, items.ToArray());

    private static T? As<T>(object? item) => ConnectorValues.TryConvert(item, typeof(T), out var converted) ? (T?)converted : default;

    private static object? Micros(object? value) => value switch
    {
        DateTime time => (time.Ticks - Start.Ticks) / TimeSpan.TicksPerMicrosecond,
        DateTimeOffset moment => (moment.UtcTicks - Start.Ticks) / TimeSpan.TicksPerMicrosecond,
        _ => null,
    };
}
