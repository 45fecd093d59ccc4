namespace Connectors.OneC.OData;

/// <summary>A field as filters, orders and lists of fields name it: perhaps through references, as <c>Поставщик/ИНН</c>.</summary>
/// <param name="Text">As the base spells it.</param>
/// <param name="Property">What it is.</param>
internal sealed record FieldPath(string Text, EdmProperty Property)
{
    /// <summary>What the name of a presentation ends with. Presentations are not part of <c>$metadata</c>.</summary>
    public const string PresentationSuffix = "____Presentation";

    /// <exception cref="Cleverence.Connectivity.ConnectorException">The base publishes no such field.</exception>
    public static FieldPath Find(string name, EdmType type, EdmModel model, string argument)
    {
        var steps = name.Trim().Split('/', '.');
        var spelt = "";
        for (var at = 0; at < steps.Length - 1; at++)
        {
            var next = Step(steps[at], type, model) ?? throw ODataErrors.UnknownField(argument, steps[at], type);
            spelt += $"{next.Name}/";
            type = next.Type;
        }

        var property = Last(steps[^1], type) ?? throw ODataErrors.UnknownField(argument, steps[^1], type);
        return new FieldPath(spelt + property.Name, property);
    }

    /// <summary>The entity or row a name leads to; null when it leads nowhere known.</summary>
    public static (string Name, EdmType Type)? Step(string name, EdmType type, EdmModel model)
    {
        if (type.FindNavigation(name) is { } navigation && (model.Type(navigation.Target) ?? model.TypeOf(navigation.Target)) is { } target) return (navigation.Name, target);
        return type.Find(name) is { Kind: EdmKind.Rows } rows && model.Type(rows.TypeName) is { } row ? (rows.Name, row) : null;
    }

    // A reference named without _Key means the reference itself.
    private static EdmProperty? Last(string name, EdmType type)
    {
        if (type.Find(name) is { } property) return property;
        if (type.FindNavigation(name) is { } navigation && type.Find($"{navigation.Name}_Key") is { } key) return key;
        return name.EndsWith(PresentationSuffix, StringComparison.Ordinal) && type.Find(name[..^PresentationSuffix.Length]) is not null
            ? new EdmProperty(name, EdmKind.String, "Edm.String")
            : null;
    }
}
