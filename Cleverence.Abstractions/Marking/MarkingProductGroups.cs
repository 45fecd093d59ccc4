using System.Collections.Frozen;

namespace Cleverence.Connectivity.Marking;

/// <summary>The product groups by number and by alias. New ones appear several times a year: <see cref="With"/> adds them from configuration, and an unknown one is null, never an exception.</summary>
public sealed class MarkingProductGroups
{
    private readonly FrozenDictionary<string, MarkingProductGroup> byAlias;
    private readonly FrozenDictionary<int, MarkingProductGroup> byNumber;

    private MarkingProductGroups(IEnumerable<MarkingProductGroup> groups)
    {
        All = [.. groups.OrderBy(group => group.Number)];
        byAlias = All.ToFrozenDictionary(group => group.Alias, StringComparer.OrdinalIgnoreCase);
        byNumber = All.ToFrozenDictionary(group => group.Number);
    }

    /// <summary>The groups known when this was built.</summary>
    public static MarkingProductGroups Known { get; } = new(MarkingTables.Groups());

    /// <summary>The groups in the order of their numbers.</summary>
    public IReadOnlyList<MarkingProductGroup> All { get; }

    /// <summary>Finds a group by its alias.</summary>
    /// <param name="alias">The alias, compared without case; may be null.</param>
    /// <returns>The group, or null when it is not known.</returns>
    public MarkingProductGroup? Find(string? alias) => alias is not null && byAlias.TryGetValue(alias, out var group) ? group : null;

    /// <summary>Finds a group by its number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The group, or null when it is not known.</returns>
    public MarkingProductGroup? Find(int number) => byNumber.GetValueOrDefault(number);

    /// <summary>Makes a table with more groups; one of a known number or alias replaces the known one.</summary>
    /// <param name="groups">The groups to add.</param>
    /// <returns>The new table.</returns>
    public MarkingProductGroups With(params IEnumerable<MarkingProductGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var added = new List<MarkingProductGroup>();
        foreach (var group in groups)
        {
            added.RemoveAll(other => Same(other, group));
            added.Add(group);
        }

        return new MarkingProductGroups(All.Where(known => !added.Exists(other => Same(other, known))).Concat(added));
    }

    private static bool Same(MarkingProductGroup left, MarkingProductGroup right) =>
        left.Number == right.Number || left.Alias.Equals(right.Alias, StringComparison.OrdinalIgnoreCase);
}
