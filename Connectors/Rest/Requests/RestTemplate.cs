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

    /// <summary>The limit of the method's requests; null for the connector's.</summary>
    /// <remarks>A little shorter than the method's own, which is the server's too and begins earlier: so the failure names the address.</remarks>
    public TimeSpan? Limit { get; } = info.TimeLimit is { } limit ? limit - (limit < TimeSpan.FromSeconds(4) ? limit / 4 : TimeSpan.FromSeconds(1)) : null;

    public bool ReadsOnly => info.Safety == MethodSafety.Safe;

    /// <summary>The first rule that takes an answer for an error; null where none does.</summary>
    public ErrorRule? RuleOf(RestAnswer answer)
    {
        foreach (var rule in Errors)
        {
            if (rule.Fits(answer)) return rule;
        }

        return null;
    }

    public bool IsEmpty(int status) => EmptyOn.Count > 0 && EmptyOn.Any(range => range.Has(status));

    /// <summary>Whether an answer is sorted by more than its status of success.</summary>
    public bool HasRules => Errors.Count > 0 || EmptyOn.Count > 0;
}
