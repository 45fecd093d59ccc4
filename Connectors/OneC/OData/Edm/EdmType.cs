using System.Collections.Frozen;

namespace Connectors.OneC.OData;

/// <summary>A published entity, a row of a tabular part or of a virtual table.</summary>
internal sealed class EdmType
{
    private readonly FrozenDictionary<string, EdmProperty> properties;
    private readonly FrozenDictionary<string, EdmNavigation> navigations;

    public EdmType(string name, IReadOnlyList<EdmProperty> properties, IReadOnlyList<string> keys, IReadOnlyList<EdmNavigation> navigations)
    {
        Name = name;
        Keys = keys;
        Properties = Tagged(properties);
        Navigations = navigations;
        this.properties = Properties.DistinctBy(property => property.Name, StringComparer.Ordinal).ToFrozenDictionary(property => property.Name, StringComparer.Ordinal);
        this.navigations = navigations.DistinctBy(navigation => navigation.Name, StringComparer.Ordinal).ToFrozenDictionary(navigation => navigation.Name, StringComparer.Ordinal);
    }

    public string Name { get; }

    public IReadOnlyList<EdmProperty> Properties { get; }

    public IReadOnlyList<EdmNavigation> Navigations { get; }

    /// <summary>The names of the key's properties, in their order.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The names callers can use, for errors.</summary>
    public IEnumerable<string> Names => Properties.Select(property => property.Name).Concat(Navigations.Select(navigation => navigation.Name));

    /// <summary>The property of a name, letter for letter first and then without regard to case; 1C's own names know no case.</summary>
    public EdmProperty? Find(string name) =>
        properties.GetValueOrDefault(name) ?? Properties.FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public EdmNavigation? FindNavigation(string name) =>
        navigations.GetValueOrDefault(name) ?? Navigations.FirstOrDefault(navigation => navigation.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    // "Основание" beside "Основание_Type" is a value of several types; "Картинка_Type" beside a value storage is its media type.
    private static EdmProperty[] Tagged(IReadOnlyList<EdmProperty> given)
    {
        var texts = given.Where(property => property.Kind == EdmKind.String).Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        return [.. given.Select(property => property.Kind != EdmKind.String ? property : property with
        {
            IsComposite = texts.Contains(property.Name + TypeSuffix),
            IsTypeTag = property.Name.EndsWith(TypeSuffix, StringComparison.Ordinal) && texts.Contains(property.Name[..^TypeSuffix.Length]),
        })];
    }

    /// <summary>What the name of a composite value's type ends with.</summary>
    public const string TypeSuffix = "_Type";
}
