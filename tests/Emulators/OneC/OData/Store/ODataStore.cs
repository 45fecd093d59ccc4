using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace Emulators.OneC;

/// <summary>The objects of the base. Lists are replaced, never changed, so that a long reading is not disturbed by writing.</summary>
public sealed class ODataStore
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<ODataRow>> sets = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly ChangeLog changes = new();
    private long version = 8;

    internal ODataStore(OneCOptions options)
    {
        foreach (var set in TradeModel.Sets) sets[set.Name] = [];
        sets["Catalog_Большой"] = new BigCatalog(() => options.BigCatalogRows, () => TradeObjects.Supplier);
        TradeObjects.Fill(this);
    }

    /// <summary>The objects of a set, in the order of their making.</summary>
    public IReadOnlyList<ODataRow> Rows(string set) => sets.TryGetValue(set, out var rows) ? rows : [];

    /// <summary>An object by its reference, or null.</summary>
    public ODataRow? Find(string set, Guid key) =>
        key == Guid.Empty ? null : Rows(set) is BigCatalog big ? big.ElementAtOrDefault(BitConverter.ToInt32(key.ToByteArray()) - 1) : Rows(set).FirstOrDefault(row => row.Ref == key);

    /// <summary>Adds an object as it is; sets a version when it lacks one.</summary>
    public ODataRow Add(string set, ODataRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        lock (gate)
        {
            if (TradeModel.Find(set)?.FieldOf("DataVersion") is not null) row["DataVersion"] = NextVersion();
            sets[set] = [.. Rows(set), row];
            changes.Register(set, row.Ref);
        }

        return row;
    }

    /// <summary>Writes another state of an object in the place of the old one; its version changes.</summary>
    public void Replace(string set, ODataRow old, ODataRow now)
    {
        ArgumentNullException.ThrowIfNull(now);
        lock (gate)
        {
            if (now.ContainsKey("DataVersion")) now["DataVersion"] = NextVersion();
            sets[set] = [.. Rows(set).Select(row => ReferenceEquals(row, old) ? now : row)];
            changes.Register(set, now.Ref);
        }
    }

    /// <summary>Removes an object for good.</summary>
    public void Remove(string set, ODataRow row)
    {
        lock (gate) sets[set] = [.. Rows(set).Where(one => !ReferenceEquals(one, row))];
    }

    internal IReadOnlyList<(string Set, Guid Key)> SelectChanges(long message)
    {
        lock (gate) return changes.Select(message);
    }

    internal void ConfirmChanges(long message)
    {
        lock (gate) changes.Confirm(message);
    }

    private string NextVersion()
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, ++version);
        return Convert.ToBase64String(bytes);
    }
}
