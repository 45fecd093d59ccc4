using Cleverence.Connectivity;

namespace Connectors.OneC.OData;

/// <summary>The description of a base as tables, for people who look what there is.</summary>
internal static class EdmTables
{
    public static ConnectorTable Entities(EdmModel model) =>
        new([new("name", ValueKind.String)], [.. model.Entities.Select(name => new object?[] { name })]);

    public static ConnectorTable Fields(string given, EdmModel model)
    {
        var type = model.TypeOf(EntityName.Find(given, model)) ?? throw ODataErrors.UnknownEntity(given, model);
        return new(
            [new("name", ValueKind.String), new("type", ValueKind.String), new("published", ValueKind.String), new("isKey", ValueKind.Boolean), new("leadsTo", ValueKind.String)],
            [.. type.Properties.Select(property => Row(property, type))]);
    }

    private static object?[] Row(EdmProperty property, EdmType type) =>
    [
        property.Name,
        ConnectorValues.NameOf(property.Kind == EdmKind.Stream ? ValueKind.Binary : property.ValueKind),
        property.TypeName,
        type.Keys.Contains(property.Name),
        property.Kind == EdmKind.Guid && property.Name.EndsWith("_Key", StringComparison.Ordinal) ? type.FindNavigation(property.Name[..^4])?.Target : null,
    ];
}
