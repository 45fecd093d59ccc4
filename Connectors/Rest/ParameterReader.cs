using Cleverence.Connectivity;

namespace Connectors.Rest;

/// <summary>Makes the parameters of a template: those declared, in their order, then the places nobody declared, as required strings.</summary>
internal sealed class ParameterReader(RestTemplateSettings settings, Action<string, string, string> problem)
{
    private readonly List<RestParameter> found = [];

    public static string KindNames { get; } = string.Join(", ", Enum.GetValues<ValueKind>().Where(kind => kind != ValueKind.Null).Select(ConnectorValues.NameOf));

    public IReadOnlyList<RestParameter> Read(TextTemplate path, IReadOnlyList<KeyValuePair<string, TextTemplate>> query, IReadOnlyList<KeyValuePair<string, TextTemplate>> headers, BodyTemplate? body)
    {
        foreach (var declared in settings.Parameters) Declare(declared);
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Use(path.Places, used, parameter => parameter with { InPath = true, InText = true });
        Use(query.SelectMany(pair => pair.Value.Places), used, parameter => parameter with { InText = true });
        Use(headers.SelectMany(pair => pair.Value.Places), used, parameter => parameter with { InHeader = true, InText = true });
        foreach (var text in body?.Texts ?? []) Use(text.Places, used, parameter => parameter with { InText = parameter.InText || text.Whole is null });
        foreach (var parameter in found) Check(parameter, used);
        return found;
    }

    private void Declare(RestParameterSettings declared)
    {
        ValueKind? kind = null;
        if (!declared.Type.Equals("any", StringComparison.Ordinal))
        {
            if (ConnectorValues.TryParseKind(declared.Type, out var named) && named != ValueKind.Null) kind = named;
            else problem($"parameters.{declared.Name}.type", declared.Type, $"write one of {KindNames}, any");
        }

        if (string.IsNullOrWhiteSpace(declared.Name)) problem("parameters", declared.Name, "give the parameter a name");
        foreach (var name in declared.Aliases.Prepend(declared.Name).Where(name => found.Exists(other => other.Answers(name))))
        {
            problem("parameters", name, "another parameter has this name; names are compared without case");
        }

        found.Add(new RestParameter(new ConnectorParameterInfo(declared.Name, kind)
        {
            Aliases = [.. declared.Aliases],
            Optional = declared.Optional,
            Description = declared.Description,
        }));
    }

    private void Use(IEnumerable<string> places, HashSet<string> used, Func<RestParameter, RestParameter> mark)
    {
        foreach (var name in places)
        {
            used.Add(name);
            var at = found.FindIndex(parameter => parameter.Info.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (at >= 0) found[at] = mark(found[at]);
            else if (found.Find(parameter => parameter.Answers(name)) is { } known) problem("parameters", name, $"this is an alias; write {{{known.Info.Name}}} in the template's places");
            else found.Add(mark(new RestParameter(new ConnectorParameterInfo(name, ValueKind.String))));
        }
    }

    private void Check(RestParameter parameter, HashSet<string> used)
    {
        var name = parameter.Info.Name;
        if (!used.Contains(name)) problem("parameters", name, "no place {" + name + "} uses it; add the place or remove the parameter");
        if (parameter.InPath && parameter.Info.Optional) problem("parameters", name, "it stands in the path and cannot be optional");
        if (parameter.InText && parameter.Info.Type is ValueKind.List or ValueKind.Record or ValueKind.Table) problem("parameters", name, "a list, record or table can only be a whole value of the body");
    }
}
