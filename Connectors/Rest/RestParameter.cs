using Cleverence.Connectivity;

namespace Connectors.Rest;

/// <summary>A parameter of a compiled template and the places it stands in.</summary>
internal sealed record RestParameter(ConnectorParameterInfo Info)
{
    public bool InPath { get; init; }

    public bool InHeader { get; init; }

    /// <summary>Whether it stands in a place that takes only text: path, query, header, or text with other text around it.</summary>
    public bool InText { get; init; }

    public bool Answers(string name) =>
        string.Equals(name, Info.Name, StringComparison.OrdinalIgnoreCase) || Info.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);
}
