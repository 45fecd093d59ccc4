using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Rest;

/// <summary>The arguments of one call, bound by name or position and converted to the types of their parameters.</summary>
internal sealed class RestArguments
{
    private readonly Dictionary<string, object?> values = new(StringComparer.OrdinalIgnoreCase);

    private RestArguments()
    {
    }

    public static RestArguments Bind(RestTemplate template, InvokeArgs args)
    {
        var bound = new RestArguments();
        var offenders = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = args.Parameters[i];
            if (template.Find(name, i) is { } parameter) bound.Take(parameter, value, offenders);
            else offenders.Add(name.Length == 0 ? $"argument {i + 1}: unknown" : $"{name}: unknown");
        }

        offenders.AddRange(template.Parameters
            .Where(parameter => !parameter.Info.Optional && !bound.values.ContainsKey(parameter.Info.Name))
            .Select(parameter => $"{parameter.Info.Name}: missing"));
        return offenders.Count == 0 ? bound : throw template.WrongArguments(offenders);
    }

    public bool TryGet(string name, out object? value) => values.TryGetValue(name, out value);

    /// <summary>Whether there is a value to write: an argument left out or given as null has none.</summary>
    public bool Has(string name) => values.TryGetValue(name, out var value) && value is not null;

    public string TextOf(string name) => values.TryGetValue(name, out var value) ? ConnectorValues.ToText(value) : "";

    private void Take(RestParameter parameter, object? value, List<string> offenders)
    {
        var name = parameter.Info.Name;
        var fits = ConnectorValues.TryConvert(value, parameter.Type, out var converted) && (converted is not null || parameter.Info.Optional);
        if (!values.TryAdd(name, converted)) offenders.Add($"{name}: given twice");
        else if (!fits && value is null) offenders.Add($"{name}: missing");
        else if (!fits) offenders.Add(ArgumentErrors.WrongType(name, value, parameter.Type));
        else if (Misplaced(parameter, converted) is { } problem) offenders.Add($"{name}: {problem}");
    }

    private static string? Misplaced(RestParameter parameter, object? value)
    {
        if (!parameter.InText || value is null) return null;
        if (value is ConnectorRecord or ConnectorTable || (value is IReadOnlyList<object?> && value is not byte[])) return $"a {ConnectorValues.NameOf(ConnectorValues.KindOf(value))} is not text";
        var text = ConnectorValues.ToText(value);
        // A dot segment would climb out of the template's path, and an empty one would name another resource.
        if (parameter.InPath && (text is "." or ".." || string.IsNullOrWhiteSpace(text))) return $"'{text}' is not part of a path";
        return parameter.InHeader && text.Any(letter => letter is < ' ' or > '~') ? $"'{text}' is not plain text for a header" : null;
    }
}
