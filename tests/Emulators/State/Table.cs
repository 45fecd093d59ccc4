using System.Text.Json;

namespace Emulators;

/// <summary>Rows of one kind, in the order they came; every change is in the state file before it is seen.</summary>
/// <typeparam name="T">The kind of row.</typeparam>
public sealed class Table<T>
    where T : class
{
    private readonly string name;
    private readonly Func<T, string> key;
    private readonly Journal journal;
    private readonly Lock gate;
    private readonly Func<T, string?>? owner;
    private readonly OrderedDictionary<string, T> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrderedDictionary<string, T>> owned = new(StringComparer.Ordinal);

    internal Table(string name, Func<T, string> key, Journal journal, Lock gate, Func<T, string?>? owner = null)
    {
        (this.name, this.key, this.journal, this.gate, this.owner) = (name, key, journal, gate, owner);
        journal.Know(name, read => Keep(read.Deserialize<T[]>()!));
    }

    /// <summary>All rows, as they are now.</summary>
    public IReadOnlyList<T> All
    {
        get
        {
            lock (gate) return [.. rows.Values];
        }
    }

    /// <summary>How many rows there are.</summary>
    public int Count
    {
        get
        {
            lock (gate) return rows.Count;
        }
    }

    /// <summary>The rows without a copy; only under the gate.</summary>
    internal IEnumerable<T> Rows => rows.Values;

    /// <summary>Rows that belong to another row.</summary>
    internal IReadOnlyCollection<T> Of(string ownerKey) => owned.TryGetValue(ownerKey, out var found) ? found.Values : [];

    /// <summary>The row of a key.</summary>
    /// <param name="id">The key.</param>
    /// <returns>The row, or null.</returns>
    public T? Find(string? id)
    {
        lock (gate) return id is not null && rows.TryGetValue(id, out var row) ? row : null;
    }

    /// <summary>Adds rows, or puts them in place of those with the same key.</summary>
    /// <param name="changed">The rows.</param>
    public void Put(params IReadOnlyList<T> changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        if (changed.Count == 0) return;
        lock (gate)
        {
            journal.Write(name, changed);
            Keep(changed);
        }
    }

    private void Keep(IReadOnlyList<T> changed)
    {
        foreach (var row in changed)
        {
            var id = key(row);
            if (owner is not null) Own(id, row);
            rows[id] = row;
        }
    }

    private void Own(string id, T row)
    {
        var (before, now) = (rows.TryGetValue(id, out var old) ? owner!(old) : null, owner!(row));
        if (before is not null && before != now) owned[before].Remove(id);
        if (now is null) return;
        if (!owned.TryGetValue(now, out var group)) owned[now] = group = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        group[id] = row;
    }
}
