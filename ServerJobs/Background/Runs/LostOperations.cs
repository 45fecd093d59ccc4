using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;

namespace ServerJobs.Background;

/// <summary>Closes operations whose server is no more, each with the notification of its end and with what its portions brought.</summary>
internal sealed class LostOperations(IBackgroundStore store, NotificationBell bell, TimeProvider time, ILogger<LostOperations> logger)
{
    private const int Page = 1000;

    /// <summary>Closes all that the former process left, where no other server uses the store. What cannot be read or closed with all it had is closed by its row alone, and never keeps the server from starting.</summary>
    public async Task CloseAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            string? before = null;
            while (await store.ListAsync(new BackgroundQuery(Page) { State = BackgroundState.Active, Before = before }, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
            {
                foreach (var operation in page) await TryCloseAsync(operation, cancellationToken).ConfigureAwait(false);
                before = page[^1].Id;
            }

            var rest = await store.CloseRestAsync(time.GetUtcNow(), BackgroundErrors.AbnormalEnd, cancellationToken).ConfigureAwait(false);
            if (rest > 0) Quietly.Do(() => BackgroundLog.RestLost(logger, rest));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Quietly.Do(() => BackgroundLog.StoreFailed(logger, "lost", "all", failure));
        }
    }

    /// <summary>Closes one, unless it has ended meanwhile or another server was first.</summary>
    public async Task CloseAsync(BackgroundOperation operation, CancellationToken cancellationToken)
    {
        var portions = operation.PortionCount == 0 ? [] : await store.ReadPortionsAsync(operation.Id, cancellationToken).ConfigureAwait(false);
        var lost = operation with
        {
            Outcome = JobOutcome.Lost,
            EndedAt = time.GetUtcNow(),
            Error = BackgroundErrors.AbnormalEnd,
            HoldsKey = false,
            Messages = await store.ReadMessagesAsync(operation.Id, remove: false, cancellationToken).ConfigureAwait(false),
        };
        var result = portions.Count == 0 ? null : InvokeResult.Ok(PortionResult.MapOf(portions));
        if (!await store.EndAsync(lost, result, OperationRunner.FinishedOf(lost, time), cancellationToken).ConfigureAwait(false)) return;
        bell.Ring(lost.Owner);
        Quietly.Do(() => BackgroundLog.Lost(logger, operation.Id, operation.Call, operation.Node));
    }

    private async Task TryCloseAsync(BackgroundOperation operation, CancellationToken cancellationToken)
    {
        try
        {
            await CloseAsync(operation, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Quietly.Do(() => BackgroundLog.StoreFailed(logger, "lost", operation.Id, failure));
        }
    }
}
