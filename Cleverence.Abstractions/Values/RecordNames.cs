namespace Cleverence.Connectivity;

/// <summary>The places of the names of a wide record. Looking along its fields would make filling and reading it quadratic.</summary>
/// <remarks>Records are read by several threads once they are filled: what is made on the way of a reading is published whole.</remarks>
internal sealed class RecordNames
{
    private readonly Dictionary<string, int> exact;
    private volatile Dictionary<string, int>? loose;

    public RecordNames(List<KeyValuePair<string, object?>> fields)
    {
        exact = Places(fields, StringComparer.Ordinal);
    }

    /// <summary>The place of a name letter for letter; -1 for none.</summary>
    public int Exactly(string name) => exact.TryGetValue(name, out var at) ? at : -1;

    /// <summary>The first place of a name compared without case; -1 for none.</summary>
    public int Loosely(string name, List<KeyValuePair<string, object?>> fields) =>
        (loose ??= Places(fields, StringComparer.OrdinalIgnoreCase)).TryGetValue(name, out var at) ? at : -1;

    /// <summary>A field came to the end.</summary>
    public void Add(string name, int at)
    {
        exact.TryAdd(name, at);
        loose?.TryAdd(name, at);
    }

    private static Dictionary<string, int> Places(List<KeyValuePair<string, object?>> fields, StringComparer comparer)
    {
        var places = new Dictionary<string, int>(fields.Count, comparer);
        for (var at = 0; at < fields.Count; at++) places.TryAdd(fields[at].Key, at);
        return places;
    }
}
