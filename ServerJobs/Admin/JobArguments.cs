using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace ServerJobs;

/// <summary>Compares the arguments of a job with the parameters its method declares.</summary>
internal static class JobArguments
{
    /// <summary>Says what is expected in place of arguments that cannot fit.</summary>
    /// <returns>The text in both languages; null when they may fit.</returns>
    public static (string Expected, string ExpectedRu)? Doubt(ConnectorMethodInfo method, JobParameters parameters)
    {
        if (method.Parameters.Count == 0 && parameters.Count == 0) return null;
        // Only the outside system knows these.
        if (method.MethodName == ConnectorMethodInfo.AnyName || method.Parameters.Any(parameter => parameter.Name == ConnectorMethodInfo.AnyName)) return null;
        var offenders = new List<(string Text, string TextRu)>();
        var given = new HashSet<ConnectorParameterInfo>(ReferenceEqualityComparer.Instance);
        var args = parameters.ToArgs();
        for (var i = 0; i < args.Count; i++) Check(method, args[i], i, given, offenders);
        foreach (var missing in method.Parameters.Where(parameter => !parameter.Optional && !given.Contains(parameter))) offenders.Add(($"{missing.Name} is missing", $"нет {missing.Name}"));
        if (offenders.Count == 0) return null;
        var known = method.Parameters.Count == 0 ? null : string.Join(", ", method.Parameters.Select(Shape));
        return (
            $"arguments of {method.FullName} ({known ?? "it takes none"}): {string.Join("; ", offenders.Select(offender => offender.Text))}",
            $"аргументы {method.FullName} ({known ?? "их нет"}): {string.Join("; ", offenders.Select(offender => offender.TextRu))}");
    }

    private static void Check(ConnectorMethodInfo method, InvokeArg argument, int position, HashSet<ConnectorParameterInfo> given, List<(string Text, string TextRu)> offenders)
    {
        var parameter = argument.Name.Length > 0 ? method.Parameters.FirstOrDefault(known => Answers(known, argument.Name)) : position < method.Parameters.Count ? method.Parameters[position] : null;
        if (parameter is null)
        {
            offenders.Add(argument.Name.Length > 0 ? ($"{argument.Name} is unknown", $"{argument.Name} неизвестен") : ($"argument {position + 1} is too many", $"аргумент {position + 1} лишний"));
            return;
        }

        if (!given.Add(parameter)) offenders.Add(($"{parameter.Name} is given twice", $"{parameter.Name} задан дважды"));
        if (parameter.Type is { } kind && !Fits(argument.Value, kind)) offenders.Add(($"{parameter.Name} takes {ConnectorValues.NameOf(kind)}", $"{parameter.Name} принимает {ConnectorValues.NameOf(kind)}"));
    }

    // Only what no method can take is named: a record may be read into any type of the method, and no value may stand for its default.
    private static bool Fits(object? value, ValueKind kind) => value is null || kind switch
    {
        ValueKind.Boolean => ConnectorValues.TryConvert(value, typeof(bool), out _),
        ValueKind.Integer => ConnectorValues.TryConvert(value, typeof(long), out _) || ConnectorValues.TryConvert(value, typeof(ulong), out _),
        ValueKind.Decimal => ConnectorValues.TryConvert(value, typeof(decimal), out _) || ConnectorValues.TryConvert(value, typeof(double), out _),
        ValueKind.DateTime => ConnectorValues.TryConvert(value, typeof(DateTime), out _),
        ValueKind.DateTimeOffset => ConnectorValues.TryConvert(value, typeof(DateTimeOffset), out _),
        ValueKind.Binary => ConnectorValues.TryConvert(value, typeof(byte[]), out _),
        ValueKind.Record => value is ConnectorRecord,
        ValueKind.List or ValueKind.Table => value is IReadOnlyList<object?> or ConnectorTable,
        ValueKind.String => value is not (ConnectorRecord or ConnectorTable or IReadOnlyList<object?>),
        _ => true,
    };

    private static bool Answers(ConnectorParameterInfo parameter, string name) =>
        name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase) || parameter.Aliases.Any(alias => name.Equals(alias, StringComparison.OrdinalIgnoreCase));

    private static string Shape(ConnectorParameterInfo parameter)
    {
        var text = parameter.Type is { } kind ? $"{parameter.Name}: {ConnectorValues.NameOf(kind)}" : parameter.Name;
        return parameter.Optional ? $"[{text}]" : text;
    }
}
