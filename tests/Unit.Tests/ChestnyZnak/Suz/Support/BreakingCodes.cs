using Cleverence.Connectivity.Marking;

namespace Unit.Tests.ChestnyZnak.Suz;

/// <summary>A table of codes whose caller's process may end at each call.</summary>
internal sealed class BreakingCodes(IMarkingCodeStore inner, Breaker breaker) : IMarkingCodeStore
{
    public ValueTask<FetchIntent> BeginIntentAsync(string orderId, string gtin, int quantity, CancellationToken cancellationToken) => new(breaker.CallAsync(() => inner.BeginIntentAsync(orderId, gtin, quantity, cancellationToken).AsTask()));

    public ValueTask<IReadOnlyList<FetchIntent>> OpenIntentsAsync(string? orderId, CancellationToken cancellationToken) => new(breaker.CallAsync(() => inner.OpenIntentsAsync(orderId, cancellationToken).AsTask()));

    public ValueTask<BlockOutcome> StoreBlockAsync(CodeBlock block, string? intentId, CancellationToken cancellationToken) => new(breaker.CallAsync(() => inner.StoreBlockAsync(block, intentId, cancellationToken).AsTask()));

    public ValueTask CloseIntentAsync(string intentId, IntentEnd end, string? reason, CancellationToken cancellationToken) => new(breaker.CallAsync(() => inner.CloseIntentAsync(intentId, end, reason, cancellationToken).AsTask()));

    public ValueTask<IReadOnlyList<StoredBlock>> BlocksAsync(string orderId, string gtin, CancellationToken cancellationToken) => new(breaker.CallAsync(() => inner.BlocksAsync(orderId, gtin, cancellationToken).AsTask()));

    public ValueTask<StoredMarkingCode?> FindAsync(string code, CancellationToken cancellationToken) => new(breaker.CallAsync(() => inner.FindAsync(code, cancellationToken).AsTask()));

    public ValueTask<IReadOnlyList<StoredMarkingCode>> ListAsync(MarkingCodeQuery query, CancellationToken cancellationToken) => new(breaker.CallAsync(() => inner.ListAsync(query, cancellationToken).AsTask()));

    public ValueTask<long> CountAsync(MarkingCodeQuery query, CancellationToken cancellationToken) => new(breaker.CallAsync(() => inner.CountAsync(query, cancellationToken).AsTask()));

    public ValueTask<int> SetStateAsync(IReadOnlyList<string> cises, MarkingCodeState state, CancellationToken cancellationToken) => new(breaker.CallAsync(() => inner.SetStateAsync(cises, state, cancellationToken).AsTask()));

    public ValueTask<int> AddAsync(IReadOnlyList<StoredMarkingCode> codes, CancellationToken cancellationToken) => new(breaker.CallAsync(() => inner.AddAsync(codes, cancellationToken).AsTask()));

    public ValueTask<int> CleanTailsAsync(IReadOnlyList<TailChange> changes, CancellationToken cancellationToken) => new(breaker.CallAsync(() => inner.CleanTailsAsync(changes, cancellationToken).AsTask()));
}
