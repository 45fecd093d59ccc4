using Cleverence.Connectivity;

namespace Connectors.Rest;

/// <summary>The sentence of an error with places: parameters, <c>$.paths</c> of the answer, <c>status</c> and <c>target</c>.</summary>
internal sealed class ErrorText
{
    private const int PlaceLimit = 120;
    private readonly TextTemplate template;
    private readonly Dictionary<string, JsonPick> picks = [];

    private ErrorText(TextTemplate template) => this.template = template;

    /// <summary>Reads a sentence and tells what is wrong with its places.</summary>
    public static ErrorText Read(string field, string text, TemplateProblems problems, Func<string, bool> isParameter)
    {
        var made = new ErrorText(problems.Text(field, text));
        foreach (var name in made.template.Names)
        {
            if (name.StartsWith('$'))
            {
                if (problems.Path(field, name) is { } pick) made.picks[name] = pick;
            }
            else if (name is not ("status" or "target") && !isParameter(name))
            {
                problems.Add("ERROR_PLACE_UNKNOWN", field, $"No parameter is called {{{name}}}.", $"Параметра {{{name}}} нет.",
                    "Write a parameter, {status}, {target} or a {$.path} of the answer.", "Укажите параметр, {status}, {target} или {$.путь} в ответе.");
            }
        }

        return made;
    }

    public string Render(RestAnswer answer, RestCall call, string target) => template.Render(name => name switch
    {
        _ when picks.TryGetValue(name, out var pick) => Shown(answer, pick),
        "status" => ConnectorValues.ToText((long)answer.Response.Status),
        "target" => target,
        _ => Limited(call.TextOf(name)),
    });

    // A list is shown by its items: services like to send the reasons of a refusal in one.
    private static string Shown(RestAnswer answer, JsonPick pick) =>
        !answer.TryFind(pick, out var found) ? "—" : Limited(answer.Response.Masked(found is IReadOnlyList<object?> items ? string.Join("; ", items.Select(Simple)) : Simple(found)));

    private static string Simple(object? value) => value is ConnectorRecord or IReadOnlyList<object?> ? "…" : ConnectorValues.ToText(value);

    private static string Limited(string text) => text.Length <= PlaceLimit ? text : $"{text[..(PlaceLimit - 1)]}…";
}
