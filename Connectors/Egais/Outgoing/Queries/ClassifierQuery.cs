namespace Connectors.Egais;

/// <summary>The one parameter of a question to the registry's classifiers: organisations and products.</summary>
internal static class ClassifierQuery
{
    private static readonly (string Name, string Latin, string Field)[] Names = [("ИНН", "INN", "inn"), ("СИО", "SIO", "fsrarId"), ("КОД", "KOD", "alcCode")];

    /// <summary>The parameter that a caller gave, by its name and value or as a field; exactly one of those allowed.</summary>
    public static (string Name, string Value)[] Of(PayloadFields fields, OutgoingChecks checks, params ReadOnlySpan<string> allowed)
    {
        if (Given(fields) is not { } given)
        {
            checks.Missing("parameterName");
            return [];
        }

        var (name, value) = given;
        if (!allowed.Contains(name) && !fields.Flag("allowUnproven", "РазрешитьНепроверенное")) checks.OneOf("parameterName", name, allowed);
        if (value is null) checks.Missing("parameterValue");
        else if (name == "ИНН") checks.Digits("parameterValue", value, 10, 12);
        else if (name == "СИО" && value.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0) checks.Add("parameterValue", "must be digits", "должны быть цифры");
        checks.OptionalText("parameterValue", value, name == "СИО" ? 50 : 64);
        return [(name, value ?? "")];
    }

    private static (string Name, string? Value)? Given(PayloadFields fields)
    {
        if (fields.Text("parameterName", "ИмяПараметра") is { } asked)
        {
            var known = Array.Find(Names, entry => string.Equals(entry.Name, asked, StringComparison.OrdinalIgnoreCase) || string.Equals(entry.Latin, asked, StringComparison.OrdinalIgnoreCase));
            return (known.Name ?? asked, fields.Text("parameterValue", "ЗначениеПараметра"));
        }

        foreach (var (name, _, field) in Names)
        {
            if (fields.Text(field, name) is { } value) return (name, value);
        }

        return null;
    }
}
