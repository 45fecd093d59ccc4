using System.Data.Common;
using Cleverence.Connectivity;

namespace Connectors.Sql;

/// <summary>A column of a result: its kind, and how a cell that is not null is read.</summary>
internal sealed record SqlColumn(string Name, ValueKind Kind, Func<DbDataReader, int, object> Read)
{
    /// <summary>The same column as a kind that the settings declare.</summary>
    public SqlColumn As(ValueKind? declared) =>
        declared is not { } kind || kind == Kind ? this : this with { Kind = kind, Read = (reader, at) => Converted(Read(reader, at), kind) };

    /// <summary>A value as another kind, or the reason why it cannot be.</summary>
    public static object Converted(object value, ValueKind kind) =>
        ConnectorValues.TryConvert(value, Connectors.Transport.Arguments.BoundParameter.TypeOf(kind), out var converted) && converted is not null
            ? converted
            : throw UnreadableValueException.NotA(ConnectorValues.NameOf(kind), ConnectorValues.ToText(value));
}
