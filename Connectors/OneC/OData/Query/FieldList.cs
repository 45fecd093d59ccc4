using Cleverence.Connectivity;

namespace Connectors.OneC.OData;

/// <summary>The fields a call asks for: what goes into <c>$select</c> and <c>$expand</c>, and the columns that come back.</summary>
internal sealed class FieldList
{
    private readonly EdmModel model;
    private readonly EdmType type;
    private readonly List<string> select = [];
    private readonly List<string> expand = [];
    private readonly List<(string Name, EdmProperty? Property, EdmType? Target)> fields = [];

    private FieldList(EdmType type, EdmModel model)
    {
        this.type = type;
        this.model = model;
    }

    /// <summary>The text of <c>$select</c>; empty for none.</summary>
    public string Select => string.Join(',', select.Distinct(StringComparer.Ordinal));

    /// <summary>The text of <c>$expand</c>; empty for none.</summary>
    public string Expand => string.Join(',', expand.Distinct(StringComparer.Ordinal));

    public IReadOnlyList<(string Name, EdmProperty? Property, EdmType? Target)> Fields => fields;

    /// <exception cref="ConnectorException">The base publishes no such field.</exception>
    public static FieldList Of(EdmType type, EdmModel model, object? select, object? expand, bool presentations)
    {
        var list = new FieldList(type, model);
        foreach (var name in NamesOf(select, "select")) list.Take(name);
        if (list.fields.Count == 0) list.TakeAll(withRows: true);
        if (presentations) list.TakePresentations();
        foreach (var name in NamesOf(expand, "expand")) list.Follow(name);
        return list;
    }

    /// <summary>Names given as one text with commas or as a list.</summary>
    public static IReadOnlyList<string> NamesOf(object? given, string argument) => given switch
    {
        null => [],
        string text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        IReadOnlyList<object?> items when given is not byte[] && items.All(item => item is string) => [.. items.Cast<string>().Select(item => item.Trim())],
        _ => throw ODataErrors.Argument(argument, "give names separated by commas or a list of names", "передайте имена через запятую или список имён"),
    };

    private void Take(string name)
    {
        if (name is "*" or "**") TakeAll(name == "*");
        else if (name == "*" + FieldPath.PresentationSuffix) TakePresentations();
        else TakeOne(name);
    }

    private void TakeAll(bool withRows)
    {
        if (!withRows) select.Add("**");
        else if (select.Count > 0) select.Add("*");
        fields.AddRange(type.Properties.Where(property => property.Kind != EdmKind.Stream && (withRows || property.Kind != EdmKind.Rows)).Select(property => (property.Name, (EdmProperty?)property, (EdmType?)null)));
    }

    private void TakePresentations()
    {
        if (select.Count == 0) select.Add("*");
        select.Add("*" + FieldPath.PresentationSuffix);
        fields.AddRange(type.Properties.Where(HasPresentation).SelectMany(property => PresentationsOf(property.Name)).Select(name => (name, (EdmProperty?)new EdmProperty(name, EdmKind.String, "Edm.String"), (EdmType?)null)));
    }

    private void TakeOne(string name)
    {
        var path = FieldPath.Find(name, type, model, "select");
        var slash = path.Text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            select.Add(path.Text);
            if (path.Property.IsComposite) select.Add(path.Text + EdmType.TypeSuffix);
            fields.Add((path.Text, path.Property, null));
            return;
        }

        // "Товары/Цена" narrows a tabular part, "Поставщик/ИНН" an expanded reference.
        select.Add(path.Text);
        if (type.Find(path.Text[..slash]) is { } rows) fields.Add((rows.Name, rows, null));
        else Follow(path.Text[..slash]);
    }

    private void Follow(string name)
    {
        var first = name.Split('/')[0];
        if (type.FindNavigation(first) is { } navigation)
        {
            expand.Add(navigation.Name);
            fields.Add((navigation.Name, null, model.Type(navigation.Target)));
            return;
        }

        // A composite reference is followed type by type and arrives under a name of its own.
        var property = type.Find(first) is { IsComposite: true } found && name.Contains('/', StringComparison.Ordinal) ? found : throw ODataErrors.UnknownField("expand", name, type);
        var target = EntityName.Find(name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..], model);
        expand.Add($"{property.Name}/{target}");
        fields.Add(($"{property.Name}_Expanded", null, null));
    }

    private static bool HasPresentation(EdmProperty property) => property.Kind is EdmKind.Guid or EdmKind.Enum || property.IsComposite;

    // Bases differ in whether the presentation of X_Key is named with _Key or without.
    private static IEnumerable<string> PresentationsOf(string name)
    {
        yield return (name.EndsWith("_Key", StringComparison.Ordinal) ? name[..^4] : name) + FieldPath.PresentationSuffix;
    }
}
