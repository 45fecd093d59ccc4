namespace Cleverence.Connectivity;

/// <summary>The errors of arguments: every offender is named, and what is known stands beside it.</summary>
public static class ArgumentErrors
{
    /// <summary>Names an argument whose value cannot be converted.</summary>
    /// <param name="name">The argument.</param>
    /// <param name="value">Its value.</param>
    /// <param name="type">The type wanted.</param>
    /// <returns>One line for <see cref="Invalid"/>.</returns>
    public static string WrongType(string name, object? value, Type type) => $"{name}: {Shown(value)} is not {Wanted(type)}";

    /// <summary>The error of a missing argument.</summary>
    /// <param name="method">The method called.</param>
    /// <param name="name">The argument asked for.</param>
    /// <param name="given">The names given.</param>
    /// <returns>The exception to throw.</returns>
    public static ConnectorException Missing(string method, string name, IReadOnlyList<string> given) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"{method} needs the argument '{name}', which was not given. Given: {Listed(given)}.")
        {
            MessageRu = $"Для {method} нужен аргумент «{name}», его не передали. Передано: {Listed(given)}.",
            Offenders = [$"{name}: missing"],
        });

    /// <summary>The error of all wrong arguments of a call.</summary>
    /// <param name="method">The method called.</param>
    /// <param name="offenders">One line each, the argument's name first.</param>
    /// <param name="known">The names the method knows.</param>
    /// <returns>The exception to throw.</returns>
    public static ConnectorException Invalid(string method, IReadOnlyList<string> offenders, IReadOnlyList<string> known)
    {
        ArgumentNullException.ThrowIfNull(offenders);
        var list = string.Join("; ", offenders);
        return new(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"Wrong arguments of {method}: {list}. Known: {Listed(known)}.")
        {
            MessageRu = $"Неверные аргументы {method}: {Russian(list)}. Известны: {Listed(known)}.",
            Detail = $"Wrong arguments of {method}: {list}. Known: {Listed(known)}.",
            Offenders = offenders,
        });
    }

    private static string Listed(IReadOnlyList<string> names) => names.Count == 0 ? "—" : string.Join(", ", names.Select(name => name.Length == 0 ? "(by position)" : name));

    private static string Shown(object? value) => value switch
    {
        null => "null",
        ConnectorRecord => "a record",
        ConnectorTable => "a table",
        byte[] => "binary",
        string text => text.Length <= 30 ? $"'{text}'" : $"'{text[..29]}…'",
        System.Collections.IEnumerable => "a list",
        _ => ConnectorValues.ToText(value),
    };

    private static string Wanted(Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (target.IsEnum) return $"one of {string.Join(", ", Enum.GetNames(target))}";
        return ParameterKind.Of(target) switch
        {
            ValueKind.Boolean => "true or false",
            ValueKind.Integer => "a whole number",
            ValueKind.Decimal => "a number",
            ValueKind.String => "text",
            ValueKind.DateTime => "a date and time without zone (2026-05-31T14:03:00)",
            ValueKind.DateTimeOffset => "a moment with its offset (2026-05-31T14:03:00+03:00)",
            ValueKind.Binary => "base64",
            ValueKind.List => "a list",
            ValueKind.Record => "a record",
            ValueKind.Table => "a table",
            _ => "a value it takes",
        };
    }

    private static string Russian(string list) => list
        .Replace(": missing", ": не передан", StringComparison.Ordinal)
        .Replace(": unknown", ": неизвестен", StringComparison.Ordinal)
        .Replace(": given twice", ": передан дважды", StringComparison.Ordinal)
        .Replace(" is not a whole number", " — не целое число", StringComparison.Ordinal)
        .Replace(" is not a number", " — не число", StringComparison.Ordinal)
        .Replace(" is not true or false", " — не true/false", StringComparison.Ordinal)
        .Replace(" is not part of a path", " — не часть пути", StringComparison.Ordinal)
        .Replace(" is not plain text for a header", " — не простой текст для заголовка", StringComparison.Ordinal)
        .Replace(" is not text", " — не текст", StringComparison.Ordinal)
        .Replace(" is not ", " — не ", StringComparison.Ordinal);
}
