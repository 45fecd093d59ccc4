namespace Unit.Tests.Egais.Dialogue;

/// <summary>Every order of some things.</summary>
internal static class Permutations
{
    public static IEnumerable<IReadOnlyList<T>> Of<T>(IReadOnlyList<T> things) =>
        things.Count <= 1 ? [things] : Enumerable.Range(0, things.Count).SelectMany(first => Of([.. things.Take(first), .. things.Skip(first + 1)]).Select(rest => (IReadOnlyList<T>)[things[first], .. rest]));
}
