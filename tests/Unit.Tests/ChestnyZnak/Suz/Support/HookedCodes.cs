using Cleverence.Connectivity.Marking;

namespace Unit.Tests.ChestnyZnak.Suz;

/// <summary>A table of codes that refuses blocks for a while, and lets something happen between a listing and its answer.</summary>
internal sealed class HookedCodes(IMarkingCodeStore inner) : IMarkingCodeStore
{
    private int refusals;
    private Func<Task>? afterList;

    /// <summary>How many more blocks are refused, as by a database that is away.</summary>
    public int Refusals
    {
        get => refusals;
        set => refusals = value;
    }

    /// <summary>What happens once, after the next listing and before its answer.</summary>
    public Func<Task>? AfterList
    {
        get => afterList;
        set => afterList = value;
    }

    public ValueTask<FetchIntent> BeginIntentAsync(string orderId, string gtin, int quantity, CancellationToken cancellationToken) => inner.BeginIntentAsync(orderId, gtin, quantity, cancellationToken);

    public ValueTask<IReadOnlyList<FetchIntent>> OpenIntentsAsync(string? orderId, CancellationToken cancellationToken) => inner.OpenIntentsAsync(orderId, cancellationToken);

    public ValueTask<BlockOutcome> StoreBlockAsync(CodeBlock block, string? intentId, CancellationToken cancellationToken) =>
        Interlocked.Decrement(ref refusals) >= 0 ? throw new IOException("The database is away.") : inner.StoreBlockAsync(block, intentId, cancellationToken);

    public ValueTask CloseIntentAsync(string intentId, IntentEnd end, string? reason, CancellationToken cancellationToken) => inner.CloseIntentAsync(intentId, end, reason, cancellationToken);

    public ValueTask<IReadOnlyList<StoredBlock>> BlocksAsync(string orderId, string gtin, CancellationToken cancellationToken) => inner.BlocksAsync(orderId, gtin, cancellationToken);

    public ValueTask<StoredMarkingCode?> FindAsync(string code, CancellationToken cancellationToken) => inner.FindAsync(code, cancellationToken);

    public async ValueTask<IReadOnlyList<StoredMarkingCode>> ListAsync(MarkingCodeQuery query, CancellationToken cancellationToken)
    {
        var listed = await inner.ListAsync(query, cancellationToken);
        if (Interlocked.Exchange(ref afterList, null) is { } happens) await happens();
        return listed;
    }

    public ValueTask<long> CountAsync(MarkingCodeQuery query, CancellationToken cancellationToken) => inner.CountAsync(query, cancellationToken);

    public ValueTask<int> SetStateAsync(IReadOnlyList<string> cises, MarkingCodeState state, CancellationToken cancellationToken) => inner.SetStateAsync(cises, state, cancellationToken);

    public ValueTask<int> AddAsync(IReadOnlyList<StoredMarkingCode> codes, CancellationToken cancellationToken) => inner.AddAsync(codes, cancellationToken);

    public ValueTask<int> CleanTailsAsync(IReadOnlyList<TailChange> changes, CancellationToken cancellationToken) => inner.CleanTailsAsync(changes, cancellationToken);
}
