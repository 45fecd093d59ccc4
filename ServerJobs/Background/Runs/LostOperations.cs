using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;

namespace ServerJobs.Background;

/// <summary>Closes operations whose server is no more, each with the notification of its end and with what its portions brought.</summary>
internal sealed class LostOperations(IBackgroundStore store, NotificationBell bell, TimeProvider time, ILogger<LostOperations> logger)
{
    /// <summary>Closes all that the former process left, where no other server uses the store.</summary>
    public async Task CloseAllAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var lost = await store.ListAsync(new BackgroundQuery(100) { State = BackgroundState.Active }, cancellationToken).ConfigureAwait(false);
            if (lost.Count == 0) return;
            foreach (var operation in lost) await CloseAsync(operation, cancellationToken).ConfigureAwait(false);
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
}
