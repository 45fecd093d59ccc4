using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Cleverence.Connectivity;

/// <summary>Named values in their order: the record kind of the contract.</summary>
/// <remarks>Names are found exactly first, then ignoring case. Not thread-safe while it is being filled.</remarks>
public sealed class ConnectorRecord : IReadOnlyCollection<KeyValuePair<string, object?>>
{
    // Up to here looking along the fields costs less than the memory of an index, which each row of a table would pay.
    private const int Wide = 48;

    private readonly List<KeyValuePair<string, object?>> fields;
    private volatile RecordNames? names;

    /// <summary>Makes an empty record.</summary>
    public ConnectorRecord() => fields = [];

    /// <summary>Makes an empty record with room for a number of fields.</summary>
    /// <param name="capacity">How many fields will probably come.</param>
    public ConnectorRecord(int capacity) => fields = new(capacity);

    /// <summary>Makes a record of the given fields, in their order.</summary>
    /// <param name="fields">The fields; a repeated name replaces the earlier value.</param>
    public ConnectorRecord(IEnumerable<KeyValuePair<string, object?>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        this.fields = [];
        foreach (var field in fields) this[field.Key] = field.Value;
    }

    /// <summary>The number of fields.</summary>
    public int Count => fields.Count;

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> Names => fields.Select(pair => pair.Key);

    /// <summary>The value under a name: null when absent; setting adds the name at the end or replaces its value.</summary>
    /// <param name="name">The field's name.</param>
    public object? this[string name]
    {
        get => TryGet(name, out var value) ? value : null;
        set
        {
            ArgumentNullException.ThrowIfNull(name);
            var at = ExactIndexOf(name);
            if (at >= 0) fields[at] = new(name, value);
            else Append(name, value);
        }
    }

    /// <summary>Adds a field; lets a collection initializer fill a record.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="value">The field's value.</param>
    public void Add(string name, object? value) => this[name] = value;

    /// <summary>Adds a field without looking for the same name: for readers that have already refused repeated names.</summary>
    internal void Append(string name, object? value)
    {
        fields.Add(new(name, value));
        names?.Add(name, fields.Count - 1);
    }

    /// <summary>Whether a name is there letter for letter.</summary>
    internal bool HasExactly(string name) => ExactIndexOf(name) >= 0;

    /// <summary>Takes a field out.</summary>
    /// <param name="name">The field's name.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string name) => Scan(name) is >= 0 and var at && RemoveAt(at);

    /// <summary>Finds a value by name, exactly first and then ignoring case.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="value">The value found.</param>
    /// <returns>Whether the record has the name.</returns>
    public bool TryGet(string name, [MaybeNull] out object? value)
    {
        var at = IndexOf(name);
        value = at >= 0 ? fields[at].Value : null;
        return at >= 0;
    }

    /// <summary>Whether the record has a name.</summary>
    /// <param name="name">The field's name.</param>
    /// <returns>True when it does.</returns>
    public bool Contains(string name) => IndexOf(name) >= 0;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool RemoveAt(int at)
    {
        fields.RemoveAt(at);
        names = null;
        return true;
    }

    private int ExactIndexOf(string name)
    {
        if (fields.Count >= Wide) return (names ??= new RecordNames(fields)).Exactly(name);
        for (var i = 0; i < fields.Count; i++)
        {
            if (string.Equals(fields[i].Key, name, StringComparison.Ordinal)) return i;
        }

        return -1;
    }

    private int IndexOf(string name)
    {
        if (fields.Count < Wide || name is null) return Scan(name);
        var known = names ??= new RecordNames(fields);
        return known.Exactly(name) is >= 0 and var at ? at : known.Loosely(name, fields);
    }

    // A removal moves every field behind it anyway, and an index made for it would be thrown away.
    private int Scan(string? name)
    {
        var loose = -1;
        for (var i = 0; i < fields.Count; i++)
        {
            var key = fields[i].Key;
            if (string.Equals(key, name, StringComparison.Ordinal)) return i;
            if (loose < 0 && string.Equals(key, name, StringComparison.OrdinalIgnoreCase)) loose = i;
        }

        return loose;
    }
}
