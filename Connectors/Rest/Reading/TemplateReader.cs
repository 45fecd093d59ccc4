using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>Checks one template of the settings and makes it ready for use.</summary>
internal sealed class TemplateReader(RestTemplateSettings settings, TemplateProblems problems, string target)
{
    private static readonly (string, string)[] Verbs = [.. new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS" }.Select(verb => (verb, verb))];

    public RestTemplate Read(HashSet<(string, string)> names)
    {
        var verb = problems.Choice("verb", settings.Verb, Verbs);
        CheckNames(names);
        var path = ReadPath();
        var query = BodyReader.Pairs("query", settings.Query, problems);
        var headers = ReadHeaders();
        var body = new BodyReader(settings, verb, problems).Read();
        var parameters = new ParameterReader(settings.Parameters, problems).Read(
        [
            .. path.Names.Select(name => new PlaceUse(name, Places.Path)), .. query.Uses,
            .. headers.SelectMany(header => header.Value.Names).Select(name => new PlaceUse(name, Places.Header)), .. body?.Uses ?? [],
        ]);
        var reader = new ResultReader(settings, problems);
        var result = reader.Read();
        var info = Describe(verb, parameters, result.Kind);
        return new RestTemplate(info, verb, path, parameters)
        {
            Query = query,
            Headers = headers,
            Body = body,
            Result = result,
            Paging = reader.Paging(result, info.Safety == MethodSafety.Safe, body),
            Errors = [.. settings.Errors.Select((error, at) => ErrorReader.Read(error, parameters, problems.Within($"errors[{at}]")))],
            EmptyOn = [.. settings.EmptyOn.SelectMany((status, at) => ErrorReader.Statuses($"emptyOn[{at}]", status, problems))],
        };
    }

    private ConnectorMethodInfo Describe(string verb, IReadOnlyList<RestParameter> parameters, ValueKind? kind) => new(settings.Class, settings.Method)
    {
        NeverBlocks = true,
        Aliases = [.. settings.Aliases],
        Parameters = [.. parameters.Select(parameter => parameter.Info)],
        Safety = settings.Safety.Length > 0
            ? problems.Choice("safety", settings.Safety, ("Unsafe", MethodSafety.Unsafe), ("Safe", MethodSafety.Safe), ("Keyed", MethodSafety.Keyed))
            : verb is "GET" or "HEAD" or "OPTIONS" ? MethodSafety.Safe : MethodSafety.Unsafe,
        TimeLimit = settings.TimeLimit.Length == 0 ? null : problems.Duration("timeLimit", settings.TimeLimit),
        ResultKind = kind,
        Target = target,
        Description = settings.Description,
    };

    private void CheckNames(HashSet<(string, string)> names)
    {
        if (string.IsNullOrWhiteSpace(settings.Method)) problems.Add("METHOD_MISSING", "method", "The method has no name.", "У метода нет имени.", "Give it the name that callers use.", "Укажите имя, которым его вызывают.");
        foreach (var name in settings.Aliases.Prepend(settings.Method).Where(name => !names.Add((settings.Class, name))))
        {
            problems.Add("METHOD_TWICE", "method", $"Another template has this class and the name '{name}'.", $"У другого шаблона тот же класс и имя «{name}».", "Give each its own name; names are compared without case.", "Дайте каждому своё имя; регистр не различается.");
        }
    }

    private TextTemplate ReadPath()
    {
        var text = settings.Path;
        if (text.Length == 0) problems.Add("PATH_MISSING", "path", "The path is empty.", "Путь пуст.", "Write the path below baseAddress, such as /stock/{item}.", "Укажите путь после baseAddress, например /stock/{item}.");
        if (text.Contains("://", StringComparison.Ordinal) || text.StartsWith("//", StringComparison.Ordinal)) problems.Add("PATH_HAS_HOST", "path", "The path holds a whole address.", "В пути указан целый адрес.", "Write a path only; the host belongs in baseAddress.", "Укажите только путь; узел — в baseAddress.");
        if (text.IndexOfAny(['?', '#']) >= 0) problems.Add("PATH_HAS_QUERY", "path", "The path holds a query or a fragment.", "В пути есть запрос или якорь.", "Put what follows ? into \"query\"; a # that is meant is written %23.", "Перенесите то, что после ?, в \"query\"; сам знак # пишется %23.");
        if (text.Split('/').Any(segment => segment.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) is "." or "..")) problems.Add("PATH_HAS_DOTS", "path", "The path holds the segment . or .. .", "В пути есть часть . или .. .", "Write the path without them.", "Запишите путь без них.");
        if (text.Any(letter => letter is < ' ' or '\\' or '\u007f')) problems.Add("PATH_UNUSABLE", "path", "The path holds a backslash or a control character.", "В пути обратная косая черта или управляющий символ.", "Separate segments with /.", "Разделяйте части знаком /.");

        // The other side would see a place's name with spaces, were they escaped inside the braces too.
        return problems.Text("path", text).WithLiterals(literal => literal.Replace(" ", "%20", StringComparison.Ordinal));
    }

    private List<KeyValuePair<string, TextTemplate>> ReadHeaders()
    {
        var headers = new List<KeyValuePair<string, TextTemplate>>();
        foreach (var (name, text) in settings.Headers)
        {
            var value = problems.Text($"headers.{name}", text);
            if (!HeaderText.IsName(name) || !HeaderText.IsValue(string.Concat(value.Literals)))
            {
                problems.Add("HEADER_UNUSABLE", $"headers.{name}", "HTTP does not allow this header's name or value.", "HTTP не допускает такое имя или значение заголовка.", "Use letters, digits and hyphens in the name and plain ASCII in the value.", "В имени — латиница, цифры и дефисы, в значении — простой ASCII.");
            }
            else if (HeaderText.IsReserved(name))
            {
                problems.Add("HEADER_RESERVED", $"headers.{name}", "The connector writes this header itself.", "Этот заголовок коннектор пишет сам.", "Remove it.", "Уберите его.");
            }
            else if (!name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                headers.Add(new(name, value));
            }
        }

        return headers;
    }
}
