using System.Globalization;

namespace Emulators.Utm;

/// <summary>Everything that the registry and its UTMs know. One lock guards it; a request is answered under it.</summary>
public sealed class UtmWorld : IDisposable
{
    private readonly Journal journal;
    private readonly Dictionary<string, UtmTwists> twists = new(StringComparer.Ordinal);
    private bool busy;

    internal UtmWorld(UtmOptions options)
    {
        Options = options;
        journal = new Journal(options.StateFile);
        Table<T> Of<T>(string name, Func<T, string> key, Func<T, string?>? owner = null)
            where T : class => new(name, key, journal, Gate, owner);
        Organisations = Of<UtmOrganisation>("organisations", one => one.FsrarId);
        Posts = Of<UtmPost>("posts", one => one.RequestId, one => one.Delivered || one.Withdrawn ? null : "open");
        Box = Of<BoxEntry>("box", one => one.Key, one => one.Deleted is null ? $"{one.FsrarId}:{one.Epoch}" : null);
        Contents = Of<Content>("contents", one => one.Key);
        Products = Of<UtmProduct>("products", one => one.AlcCode);
        Batches = Of<Batch>("batches", one => one.F2, one => one.FsrarId);
        Shop = Of<ShopStock>("shop", one => $"{one.FsrarId}:{one.AlcCode}", one => one.FsrarId);
        Marks = Of<BottleMark>("marks", one => one.Code, one => one.FsrarId is null ? null : one.F2);
        Waybills = Of<RegisteredWaybill>("waybills", one => one.RegId);
        Acts = Of<RegisteredAct>("acts", one => one.RegId);
        Movements = Of<Movement>("movements", one => one.Order.ToString(CultureInfo.InvariantCulture));
        Counters = Of<Counter>("counters", one => one.Name);
        journal.Load();
    }

    /// <summary>Places of business.</summary>
    public Table<UtmOrganisation> Organisations { get; }

    /// <summary>Documents that UTMs took.</summary>
    public Table<UtmPost> Posts { get; }

    /// <summary>Entries of out-boxes, also removed ones.</summary>
    public Table<BoxEntry> Box { get; }

    /// <summary>Products.</summary>
    public Table<UtmProduct> Products { get; }

    /// <summary>Register 1.</summary>
    public Table<Batch> Batches { get; }

    /// <summary>Register 2.</summary>
    public Table<ShopStock> Shop { get; }

    /// <summary>Register 3.</summary>
    public Table<BottleMark> Marks { get; }

    /// <summary>Waybills.</summary>
    public Table<RegisteredWaybill> Waybills { get; }

    /// <summary>Acts that can be repealed.</summary>
    public Table<RegisteredAct> Acts { get; }

    internal Table<Content> Contents { get; }

    internal Table<Movement> Movements { get; }

    internal Table<Counter> Counters { get; }

    internal UtmOptions Options { get; }

    internal Lock Gate { get; } = new();

    internal DateTimeOffset Now => Options.Clock.GetUtcNow();

    /// <summary>What an out-box shows now.</summary>
    /// <param name="fsrarId">Whose.</param>
    /// <returns>The entries, in the order they came.</returns>
    public IReadOnlyList<BoxEntry> OutBox(string fsrarId)
    {
        lock (Gate) return Organisations.Find(fsrarId) is { } whose ? [.. Box.Of($"{fsrarId}:{whose.Epoch}").Where(one => !one.Held)] : [];
    }

    /// <summary>The bytes of a posted document or of an entry.</summary>
    /// <param name="post">The document.</param>
    /// <returns>Its bytes.</returns>
    public byte[] BytesOf(UtmPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Contents.Find(post.RequestId)!.Bytes;
    }

    /// <inheritdoc cref="BytesOf(UtmPost)"/>
    /// <param name="entry">The entry.</param>
    public byte[] BytesOf(BoxEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Contents.Find(entry.Key)!.Bytes;
    }

    /// <summary>What is odd about the letters to a UTM.</summary>
    /// <param name="fsrarId">Whose.</param>
    /// <returns>The twists, to be changed at will.</returns>
    public UtmTwists Twists(string fsrarId)
    {
        lock (Gate)
        {
            if (!twists.TryGetValue(fsrarId, out var found)) twists[fsrarId] = found = new UtmTwists();
            return found;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => journal.Dispose();

    /// <summary>One request: what is due happens, then the request; all changes are kept together.</summary>
    internal T Once<T>(Func<T> handle)
    {
        lock (Gate)
        {
            if (busy) return handle();
            busy = true;
            journal.Begin();
            try
            {
                Registry.Advance(this);
                return handle();
            }
            finally
            {
                busy = false;
                journal.End();
            }
        }
    }

    internal long Next(string counter)
    {
        var next = (Counters.Find(counter)?.Value ?? 0) + 1;
        Counters.Put(new Counter(counter, next));
        return next;
    }
}
