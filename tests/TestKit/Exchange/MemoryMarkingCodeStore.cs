using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;

namespace TestKit.Exchange;

/// <summary>The table of marking codes in memory, strict about intents and blocks. Thread-safe.</summary>
/// <param name="time">The clock.</param>
public sealed class MemoryMarkingCodeStore(TimeProvider time) : IMarkingCodeStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, StoredMarkingCode> rows = new(StringComparer.Ordinal);
    private readonly List<FetchIntent> open = [];
    private readonly List<StoredBlock> blocks = [];
    private readonly List<(FetchIntent Intent, IntentEnd End, string? Reason)> closed = [];
    private readonly List<(string Code, string First, string Second)> conflicts = [];
    private int made;

    /// <summary>The rows as they are now.</summary>
    public IReadOnlyList<StoredMarkingCode> All
    {
        get
        {
            lock (gate) return [.. rows.Values];
        }
    }

    /// <summary>The intents that are closed, with their ends.</summary>
    public IReadOnlyList<(FetchIntent Intent, IntentEnd End, string? Reason)> Closed
    {
        get
        {
            lock (gate) return [.. closed];
        }
    }

    /// <summary>Codes that two blocks brought.</summary>
    public IReadOnlyList<(string Code, string First, string Second)> Conflicts
    {
        get
        {
            lock (gate) return [.. conflicts];
        }
    }

    /// <inheritdoc/>
    public ValueTask<FetchIntent> BeginIntentAsync(string orderId, string gtin, int quantity, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (open.Any(one => one.OrderId == orderId && one.Gtin == gtin)) throw new ConnectorException(ConnectorErrorCode.Conflict, $"An intent of {orderId} {gtin} is open.");
            var intent = new FetchIntent($"intent-{++made}", orderId, gtin, quantity, time.GetUtcNow());
            open.Add(intent);
            return new(intent);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<FetchIntent>> OpenIntentsAsync(string? orderId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate) return new([.. open.Where(one => orderId is null || one.OrderId == orderId)]);
    }

    /// <inheritdoc/>
    public ValueTask<BlockOutcome> StoreBlockAsync(CodeBlock block, string? intentId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(block);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var (added, repeated, clashing) = (0, 0, 0);
            foreach (var text in block.Codes)
            {
                if (!rows.TryGetValue(text, out var row))
                {
                    rows.Add(text, Row(text, block));
                    added++;
                }
                else if (row.BlockId == block.BlockId) repeated++;
                else
                {
                    conflicts.Add((text, row.BlockId ?? "", block.BlockId));
                    clashing++;
                }
            }

            if (blocks.All(one => one.BlockId != block.BlockId)) blocks.Add(new StoredBlock(block.BlockId, block.OrderId, block.Gtin, block.Codes.Count, time.GetUtcNow()));
            if (intentId is not null) Close(intentId, IntentEnd.Stored, null);
            return new(new BlockOutcome(added, repeated, clashing));
        }
    }

    /// <inheritdoc/>
    public ValueTask CloseIntentAsync(string intentId, IntentEnd end, string? reason, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate) Close(intentId, end, reason);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredBlock>> BlocksAsync(string orderId, string gtin, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate) return new([.. blocks.Where(one => one.OrderId == orderId && one.Gtin == gtin)]);
    }

    /// <inheritdoc/>
    public ValueTask<StoredMarkingCode?> FindAsync(string code, CancellationToken cancellationToken)
    {
        lock (gate) return new(rows.GetValueOrDefault(code) ?? rows.Values.FirstOrDefault(row => row.Cis == code));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredMarkingCode>> ListAsync(MarkingCodeQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (gate) return new([.. Matching(query).Where(row => query.After is null || string.CompareOrdinal(row.Cis, query.After) > 0).OrderBy(row => row.Cis, StringComparer.Ordinal).Take(query.Limit)]);
    }

    /// <inheritdoc/>
    public ValueTask<long> CountAsync(MarkingCodeQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate) return new(Matching(query).LongCount());
    }

    /// <inheritdoc/>
    public ValueTask<int> SetStateAsync(IReadOnlyList<string> cises, MarkingCodeState state, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var wanted = cises.ToHashSet(StringComparer.Ordinal);
            var found = rows.Values.Where(row => wanted.Contains(row.Cis)).ToList();
            foreach (var row in found) rows[row.Text] = row with { State = state, ChangedAt = time.GetUtcNow() };
            return new(found.Count);
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(IReadOnlyList<StoredMarkingCode> codes, CancellationToken cancellationToken)
    {
        lock (gate) return new(codes.Count(code => rows.TryAdd(code.Text, code)));
    }

    /// <inheritdoc/>
    public ValueTask<int> CleanTailsAsync(IReadOnlyList<TailChange> changes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate) return new(changes.Count(Clean));
    }

    private bool Clean(TailChange change)
    {
        if (!rows.TryGetValue(change.Text, out var row) || rows.Values.Any(other => other.Cis == change.Cis && other.Text != change.Text)) return false;
        rows.Remove(change.Text);
        rows.Add(change.Cis, row with { Text = change.Cis, Cis = change.Cis, ChangedAt = time.GetUtcNow() });
        return true;
    }

    private void Close(string intentId, IntentEnd end, string? reason)
    {
        if (open.FirstOrDefault(one => one.Id == intentId) is not { } intent) return;
        open.Remove(intent);
        closed.Add((intent, end, reason));
    }

    private IEnumerable<StoredMarkingCode> Matching(MarkingCodeQuery query) => rows.Values.Where(row =>
        (query.OrderId is null || row.OrderId == query.OrderId) && (query.Gtin is null || row.Gtin == query.Gtin)
        && (query.State is null || row.State == query.State) && (!query.WithTailOnly || row.Text != row.Cis));

    private StoredMarkingCode Row(string text, CodeBlock block)
    {
        var known = MarkingCode.TryParse(text, out var code);
        return new StoredMarkingCode(text, known ? code!.Cis ?? text : text, known ? code!.Gtin ?? block.Gtin : block.Gtin)
        {
            Serial = code?.Serial ?? "",
            OrderId = block.OrderId,
            BlockId = block.BlockId,
            State = MarkingCodeState.Issued,
            StoredAt = time.GetUtcNow(),
            ChangedAt = time.GetUtcNow(),
        };
    }
}
