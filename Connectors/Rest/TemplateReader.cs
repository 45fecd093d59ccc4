using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.Rest;

/// <summary>Checks one template of the settings and makes it ready for use.</summary>
internal sealed class TemplateReader(RestTemplateSettings settings, int index, string target, List<string> problems)
{
    private static readonly string[] Verbs = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];
    private readonly string place = $"templates[{index}] '{(settings.Class.Length == 0 ? settings.Method : $"{settings.Class}.{settings.Method}")}'";

    public RestTemplate Read(HashSet<(string, string)> names)
    {
        var verb = settings.Verb.ToUpperInvariant();
        if (!Verbs.Contains(verb)) Problem("verb", settings.Verb, $"write one of {string.Join(", ", Verbs)}");
        CheckNames(names);
        var path = ReadPath();
        var query = Texts("query", settings.Query);
        var headers = Texts("headers", settings.Headers);
        CheckHeaders(headers);
        var body = ReadBody(verb);
        var parameters = new ParameterReader(settings, Problem).Read(path, query, headers, body);
        var kind = ReadResultType();
        var result = new RestResult(settings.Result, kind);
        if (settings.Result.Length > 0 && result.Problem() is { } wrong) Problem("result", settings.Result, $"this is not a JSONPath ({wrong}); write one such as $.data.rows");
        var info = new ConnectorMethodInfo(settings.Class, settings.Method)
        {
            Aliases = [.. settings.Aliases],
            Parameters = [.. parameters.Select(parameter => parameter.Info)],
            Safety = ReadSafety(verb),
            TimeLimit = ReadLimit(),
            ResultKind = kind,
            Target = target,
            Description = settings.Description,
        };
        return new RestTemplate(info, verb, path) { Arguments = new(info.FullName, [.. parameters.Select(parameter => new BoundParameter(parameter.Info) { Check = PlaceRules.For(parameter) })]), Query = query, Headers = headers, Body = body, Result = result };
    }

    private void CheckNames(HashSet<(string, string)> names)
    {
        if (string.IsNullOrWhiteSpace(settings.Method)) Problem("method", settings.Method, "give the method a name");
        foreach (var name in settings.Aliases.Prepend(settings.Method))
        {
            if (!names.Add((settings.Class, name))) Problem("method", name, "another template has this class and name; names are compared without case");
        }
    }

    private TextTemplate ReadPath()
    {
        var text = settings.Path;
        if (text.Length == 0) Problem("path", text, "write the path below baseAddress, such as /stock/{item}");
        if (text.Contains("://", StringComparison.Ordinal) || text.StartsWith("//", StringComparison.Ordinal)) Problem("path", text, "write a path only; the host belongs in baseAddress");
        if (text.IndexOfAny(['?', '#']) >= 0) Problem("path", text, "put what follows ? into \"query\"; a # is written %23");
        if (text.Split('/').Any(segment => segment is "." or "..")) Problem("path", text, "write the path without . and .. segments");
        return Text("path", text);
    }

    private BodyTemplate? ReadBody(string verb)
    {
        var source = BodySource.Read(settings.Body, out var problem);
        if (problem is not null) Problem("body", settings.Body!.Value ?? "", problem);
        if (source is null) return null;
        if (verb is "GET" or "HEAD") Problem("body", verb, "this verb carries no body; use POST or put the values into the query");
        var wrong = new List<string>();
        var body = BodyTemplate.Of(source, wrong);
        foreach (var text in wrong) problems.Add($"{place}, body {text}");
        return body;
    }

    private List<KeyValuePair<string, TextTemplate>> Texts(string field, IDictionary<string, string> pairs) =>
        [.. pairs.Select(pair => KeyValuePair.Create(pair.Key, Text($"{field}.{pair.Key}", pair.Value ?? "")))];

    private void CheckHeaders(List<KeyValuePair<string, TextTemplate>> headers)
    {
        foreach (var (name, value) in headers)
        {
            if (!HeaderRules.IsUsable(name, value.Literal)) Problem("headers", name, "a header has a name of letters, digits and hyphens, and a value of plain ASCII");
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && !value.Literal.Contains("json", StringComparison.OrdinalIgnoreCase)) Problem("headers", name, "templates send JSON only; leave it out or write a JSON type");
        }
    }

    private TextTemplate Text(string field, string text)
    {
        var template = TextTemplate.Parse(text, out var problem);
        if (template is not null) return template;
        Problem(field, text, problem!);
        return TextTemplate.Parse("", out _)!;
    }

    private ValueKind? ReadResultType()
    {
        if (settings.ResultType.Length == 0) return null;
        if (ConnectorValues.TryParseKind(settings.ResultType, out var kind) && kind != ValueKind.Null) return kind;
        Problem("resultType", settings.ResultType, $"write one of {ParameterReader.KindNames}, or leave it out");
        return null;
    }

    private MethodSafety ReadSafety(string verb)
    {
        if (settings.Safety.Length == 0) return verb is "GET" or "HEAD" or "OPTIONS" ? MethodSafety.Safe : MethodSafety.Unsafe;
        if (Enum.TryParse<MethodSafety>(settings.Safety, ignoreCase: true, out var safety) && Enum.IsDefined(safety) && !char.IsAsciiDigit(settings.Safety[0])) return safety;
        Problem("safety", settings.Safety, "write Safe, Keyed or Unsafe");
        return MethodSafety.Unsafe;
    }

    private TimeSpan? ReadLimit()
    {
        if (settings.TimeLimit.Length == 0) return null;
        if (SettingsReader.TryParseLimit(settings.TimeLimit, out var limit)) return limit;
        Problem("timeLimit", settings.TimeLimit, "write a duration above zero as hh:mm:ss; a bare number is refused");
        return null;
    }

    private void Problem(string field, string value, string cure) => problems.Add($"{place}, {field} '{value}': {cure}");
}
