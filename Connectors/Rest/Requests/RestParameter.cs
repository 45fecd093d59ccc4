using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.Rest;

/// <summary>A parameter of a compiled template, the places it stands in and how it is written there.</summary>
internal sealed record RestParameter(ConnectorParameterInfo Info)
{
    public Places Places { get; init; }

    public ValueFormat? Format { get; init; }

    /// <summary>What stands between the items of a list; empty for a list that cannot be one text.</summary>
    public string Join { get; init; } = "";

    public object? Default { get; init; }

    public BoundParameter Bound => new(Info)
    {
        // A path without its segment would name another resource.
        TakesNull = Info.Optional && !Places.HasFlag(Places.Path),
        Default = Default,
        Check = PlaceRules.For(this),
    };

    public bool Answers(string name) =>
        string.Equals(name, Info.Name, StringComparison.OrdinalIgnoreCase) || Info.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The text of a simple value in the parameter's format.</summary>
    public string TextOf(object? value) => Format?.Text(value) ?? ConnectorValues.ToText(value);
}
