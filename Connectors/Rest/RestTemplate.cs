using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.Rest;

/// <summary>A template ready for use.</summary>
internal sealed record RestTemplate(ConnectorMethodInfo Info, string Verb, TextTemplate Path)
{
    public required ParameterBinder Arguments { get; init; }

    public IReadOnlyList<KeyValuePair<string, TextTemplate>> Query { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, TextTemplate>> Headers { get; init; } = [];

    public BodyTemplate? Body { get; init; }

    public RestResult Result { get; init; } = new("", null);
}
