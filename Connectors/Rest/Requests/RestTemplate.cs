using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.Rest;

/// <summary>A template ready for use.</summary>
internal sealed class RestTemplate(ConnectorMethodInfo info, string verb, TextTemplate path, IReadOnlyList<RestParameter> parameters)
{
    public ConnectorMethodInfo Info => info;

    public string Verb => verb;

    public TextTemplate Path => path;

    /// <summary>The parameters, in the order of positional arguments.</summary>
    public IReadOnlyList<RestParameter> Parameters => parameters;

    public ParameterBinder Arguments { get; } = new(info.FullName, [.. parameters.Select(parameter => parameter.Bound)]);

    public PairTemplates Query { get; init; } = new([]);

    public IReadOnlyList<KeyValuePair<string, TextTemplate>> Headers { get; init; } = [];

    public IBody? Body { get; init; }

    public RestResult Result { get; init; } = new((ValueKind?)null);

    public RestPaging? Paging { get; init; }

    public IReadOnlyList<ErrorRule> Errors { get; init; } = [];

    /// <summary>Statuses that mean "there is none".</summary>
    public IReadOnlyList<StatusRange> EmptyOn { get; init; } = [];

    public bool ReadsOnly => info.Safety == MethodSafety.Safe;

    public bool IsEmpty(int status) => EmptyOn.Any(range => range.Has(status));
}
