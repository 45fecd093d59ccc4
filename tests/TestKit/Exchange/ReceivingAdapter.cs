using System.Runtime.CompilerServices;
using Cleverence.Connectivity.Exchange;

namespace TestKit.Exchange;

/// <summary>A <see cref="ScriptedAdapter"/> with a box of incoming items.</summary>
public sealed class ReceivingAdapter(RemoteSide remote, IDocumentStatuses? statuses = null) : ScriptedAdapter(remote, statuses), IIncomingAdapter
{
    /// <summary>What an item means; null for "nothing, handled".</summary>
    public Func<StoredIncoming, IncomingOutcome>? OnHandle { get; set; }

    /// <summary>Replaces the removal of a remote copy.</summary>
    public Action<IncomingItem>? OnAcknowledge { get; set; }

    /// <summary>Replaces the fetching.</summary>
    public Func<IncomingItem, byte[]>? OnFetch { get; set; }

    /// <summary>The rank of items by their kind; 0 by default.</summary>
    public Func<StoredIncoming, int> Rank { get; set; } = _ => 0;

    /// <inheritdoc/>
    public int SliceSize { get; set; } = 200;

    /// <inheritdoc/>
    public int ParallelFetches { get; set; } = 1;

    /// <summary>Whether remote copies may be removed.</summary>
    public bool IsExclusive { get; set; } = true;

    /// <inheritdoc/>
    public async IAsyncEnumerable<IncomingItem> ListIncomingAsync(string organisation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Note("List", organisation);
        await Task.Yield();
        foreach (var (item, _) in Remote.Box.Values.Where(entry => entry.Item.Organisation == organisation).OrderBy(entry => entry.Item.RemoteId, StringComparer.Ordinal)) yield return item;
    }

    /// <inheritdoc/>
    public ValueTask<byte[]> FetchIncomingAsync(IncomingItem item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        Note("Fetch", item.RemoteId);
        return ValueTask.FromResult(OnFetch?.Invoke(item) ?? Remote.Box[item.RemoteId].Bytes);
    }

    /// <inheritdoc/>
    public int RankOf(StoredIncoming item) => Rank(item);

    /// <inheritdoc/>
    public ValueTask<IncomingOutcome> HandleIncomingAsync(StoredIncoming item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        Note("Handle", item.Item.RemoteId);
        return ValueTask.FromResult(OnHandle?.Invoke(item) ?? new IncomingOutcome(true));
    }

    /// <inheritdoc/>
    public bool MayAcknowledge(string organisation) => IsExclusive;

    /// <inheritdoc/>
    public ValueTask AcknowledgeIncomingAsync(IncomingItem item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        Note("Acknowledge", item.RemoteId);
        if (OnAcknowledge is null) Remote.Box.TryRemove(item.RemoteId, out _);
        else OnAcknowledge(item);
        return ValueTask.CompletedTask;
    }
}
