using Cleverence.Connectivity;

namespace Connectors.Exchange;

/// <summary>The right to read an organisation's box: two servers that read one at once would only hinder each other. Renewed while the work goes on, checked before each step of it.</summary>
internal sealed class BoxLease : IAsyncDisposable
{
    private readonly EngineParts parts;
    private readonly IRecordLease? lease;
    private long renewed;

    private BoxLease(EngineParts parts, IRecordLease? lease)
    {
        this.parts = parts;
        this.lease = lease;
        renewed = parts.Clock.GetTimestamp();
    }

    /// <summary>Takes it.</summary>
    /// <returns>The lease; null when another server reads the box.</returns>
    public static async Task<BoxLease?> TryTakeAsync(EngineParts parts, string organisation)
    {
        if (parts.Records is null) return new BoxLease(parts, null);
        var lease = await parts.Records.TryLeaseAsync($"receive/{organisation}", parts.Options.Lease, CancellationToken.None).ConfigureAwait(false);
        return lease is null ? null : new BoxLease(parts, lease);
    }

    /// <summary>Whether it is still ours; renewed when a third of it has passed.</summary>
    public async ValueTask<bool> HoldsAsync()
    {
        if (lease is null || parts.Clock.GetElapsedTime(renewed) < parts.Options.Lease / 3) return true;
        if (!await lease.RenewAsync(parts.Options.Lease, CancellationToken.None).ConfigureAwait(false)) return false;
        renewed = parts.Clock.GetTimestamp();
        return true;
    }

    public ValueTask DisposeAsync() => lease?.DisposeAsync() ?? ValueTask.CompletedTask;
}
