using Cleverence.Connectivity;

namespace Connectors.Rest;

/// <summary>A parameter of a compiled template and the places it stands in.</summary>
internal sealed record RestParameter(ConnectorParameterInfo Info)
{
    public bool InPath { get; init; }

    public bool InHeader { get; init; }

    /// <summary>Whether it stands in a place that takes only text: path, query, header, or text with other text around it.</summary>
    public bool InText { get; init; }

    public Type Type { get; } = TypeOf(Info.Type);

    public bool Answers(string name) =>
        string.Equals(name, Info.Name, StringComparison.OrdinalIgnoreCase) || Info.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static Type TypeOf(ValueKind? kind) => kind switch
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
}
