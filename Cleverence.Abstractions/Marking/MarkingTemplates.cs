using System.Collections.Frozen;

namespace Cleverence.Connectivity.Marking;

/// <summary>The templates of the code station.</summary>
public static class MarkingTemplates
{
    private static readonly FrozenDictionary<int, MarkingTemplate> ById = MarkingTables.Templates().ToFrozenDictionary(template => template.Id);

    /// <summary>Every known template, in the order of their numbers.</summary>
    public static IReadOnlyList<MarkingTemplate> All { get; } = [.. ById.Values.OrderBy(template => template.Id)];

    /// <summary>Finds a template.</summary>
    /// <param name="id">Its number (templateId).</param>
    /// <returns>The template, or null when it is not known.</returns>
    public static MarkingTemplate? Find(int id) => ById.GetValueOrDefault(id);
}
