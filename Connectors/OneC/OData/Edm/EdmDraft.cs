namespace Connectors.OneC.OData;

/// <summary>A type while the document is being read: enumerations and associations it names may stand further down.</summary>
internal sealed class EdmDraft(string name)
{
    public List<(string Name, string Type)> Properties { get; } = [];

    public List<string> Keys { get; } = [];

    public List<(string Name, string End)> Navigations { get; } = [];

    public EdmType Done(Func<string, EdmKind> kindOf, Func<string, string> plain, Func<string, string> targetOf) => new(
        name,
        [.. Properties.Select(property => new EdmProperty(property.Name, kindOf(property.Type), plain(property.Type)))],
        [.. Keys],
        [.. Navigations.Select(navigation => new EdmNavigation(navigation.Name, targetOf(navigation.End)))]);
}
