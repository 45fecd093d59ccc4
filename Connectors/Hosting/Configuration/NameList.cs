using System.Collections;

namespace Connectors.Hosting;

/// <summary>A list of names compared by value, so that records which hold one are too.</summary>
internal sealed class NameList(IReadOnlyList<string> names) : IReadOnlyList<string>, IEquatable<NameList>
{
    public int Count => names.Count;

    public string this[int index] => names[index];

    public bool Equals(NameList? other) => other is not null && this.SequenceEqual(other, StringComparer.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as NameList);

    public override int GetHashCode() => names.Aggregate(names.Count, HashCode.Combine);

    public IEnumerator<string> GetEnumerator() => names.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
