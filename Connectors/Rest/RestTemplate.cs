using Cleverence.Connectivity;

namespace Connectors.Rest;

/// <summary>A template ready for use.</summary>
internal sealed record RestTemplate(ConnectorMethodInfo Info, string Verb, TextTemplate Path)
{
    public IReadOnlyList<RestParameter> Parameters { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, TextTemplate>> Query { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, TextTemplate>> Headers { get; init; } = [];

    public BodyTemplate? Body { get; init; }

    public RestResult Result { get; init; } = new("", null);

    /// <summary>The parameter a name answers to; the one at the position for an argument without a name.</summary>
    public RestParameter? Find(string name, int position) =>
        name.Length == 0
            ? position < Parameters.Count ? Parameters[position] : null
            : Parameters.FirstOrDefault(parameter => parameter.Answers(name));

    public ConnectorException WrongArguments(IReadOnlyList<string> offenders) =>
        ArgumentErrors.Invalid(Info.FullName, offenders, [.. Parameters.Select(parameter => parameter.Info.Name)]);
}
