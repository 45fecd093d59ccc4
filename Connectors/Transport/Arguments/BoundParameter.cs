using Cleverence.Connectivity;

namespace Connectors.Transport.Arguments;

/// <summary>A parameter of a method that settings or a service description declare: what callers are told of it, and what it takes.</summary>
/// <param name="Info">The name, the aliases, the kind and whether a call may leave it out.</param>
public sealed record BoundParameter(ConnectorParameterInfo Info)
{
    /// <summary>The type an argument is converted to; <see cref="object"/> where any kind is taken.</summary>
    public Type Type { get; } = TypeOf(Info.Type);

    /// <summary>Whether a call may give null; an optional parameter takes it unless told.</summary>
    public bool TakesNull { get; init; } = Info.Optional;

    /// <summary>The value of an argument left out; null for none. Only optional parameters have one.</summary>
    public object? Default { get; init; }

    /// <summary>Looks at a converted value, never null, and says why it cannot be taken.</summary>
    public Func<object, ArgumentProblem?>? Check { get; init; }

    /// <summary>The type that stands for a kind of value.</summary>
    /// <param name="kind">The kind; null for any.</param>
    /// <returns>The type.</returns>
    public static Type TypeOf(ValueKind? kind) => kind switch
    {
        ValueKind.Boolean => typeof(bool),
        ValueKind.Integer => typeof(long),
        ValueKind.Decimal => typeof(decimal),
        ValueKind.String => typeof(string),
        ValueKind.DateTime => typeof(DateTime),
        ValueKind.DateTimeOffset => typeof(DateTimeOffset),
        ValueKind.Binary => typeof(byte[]),
        ValueKind.List => typeof(IReadOnlyList<object?>),
        ValueKind.Record => typeof(ConnectorRecord),
        ValueKind.Table => typeof(ConnectorTable),
        _ => typeof(object),
    };

    /// <summary>Whether a name means this parameter, compared without case.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True when it does.</returns>
    public bool Answers(string name) =>
        string.Equals(name, Info.Name, StringComparison.OrdinalIgnoreCase) || Info.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);

    internal bool TryConvert(object? value, out object? converted)
    {
        converted = null;
        if (value is null) return TakesNull;
        if (Info.Type == ValueKind.Table && value is IReadOnlyList<object?> rows && rows.All(row => row is ConnectorRecord))
        {
            converted = ConnectorTable.FromRecords(rows.Cast<ConnectorRecord>());
            return true;
        }

        return ConnectorValues.TryConvert(value, Type, out converted);
    }
}
