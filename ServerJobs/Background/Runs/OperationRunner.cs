using System.Globalization;
using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace ServerJobs.Background;

/// <summary>Runs an operation to its end and keeps that end, however often the store refuses it. Nothing thrown leaves it.</summary>
internal sealed class OperationRunner(BackgroundCall call, IBackgroundStore store, NotificationBell bell, TimeProvider time, ILogger<OperationRunner> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task RunAsync(ActiveOperation active, BackgroundWork work, CancellationToken closing)
    {
        var began = time.GetTimestamp();
        var rest = new List<Task>();
        BackgroundEnd end;
        try
        {
            end = await WorkAsync(active, work, rest).ConfigureAwait(false);
        }
        catch (Exception unexpected)
        {
            end = BackgroundEnd.Failed(BackgroundErrors.Unexpected(unexpected.ToString()), active.CancelledBy);
        }

        var goesOn = Rest(rest);
        await active.Outbox.CloseAsync().ConfigureAwait(false);
        var fenced = !await KeepAsync(active, end, holdsKey: !goesOn.IsCompleted, closing).ConfigureAwait(false);
        Quietly.Do(() =>
        {
            if (fenced) BackgroundLog.Fenced(logger, active.Operation.Id, active.Operation.Call, end.Outcome, end.Error?.Code.ToString());
            else Tell(active.Operation, end, time.GetElapsedTime(began));
        });
        active.End();
        if (goesOn.IsCompleted) return;

        // A method that goes on after its limit still does the work of the key.
        await goesOn.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await GuardAsync("key", active.Operation.Id, () => store.ReleaseKeyAsync(active.Operation.Id, CancellationToken.None)).ConfigureAwait(false);
    }

    private async Task<BackgroundEnd> WorkAsync(ActiveOperation active, BackgroundWork work, List<Task> rest)
    {
        void Outlived(Task goesOn)
        {
            lock (rest) rest.Add(goesOn);
        }

        if (work.Portions.Count > 0) return await new PortionControl(active, work, call, store, Outlived, logger).RunAsync().ConfigureAwait(false);
        var feedback = new OperationFeedback(active.Operation, active.Outbox, logger);
        return BackgroundEnd.Of(await call.InvokeAsync(work.Args, feedback, Outlived, active.Stopping).ConfigureAwait(false), active.CancelledBy);
    }

    // False when another server closed it as lost before: that end stands.
    private async Task<bool> KeepAsync(ActiveOperation active, BackgroundEnd end, bool holdsKey, CancellationToken closing)
    {
        var ended = active.Operation with
        {
            Outcome = end.Outcome,
            EndedAt = time.GetUtcNow(),
            CancelledBy = end.Outcome == JobOutcome.Cancelled ? active.CancelledBy : null,
            Error = end.Error,
            HoldsKey = holdsKey,
        };
        while (true)
        {
            try
            {
                ended = ended with { Messages = await store.ReadMessagesAsync(ended.Id, remove: false, CancellationToken.None).ConfigureAwait(false) };
                var kept = await store.EndAsync(ended, end.Result, FinishedOf(ended, time), CancellationToken.None).ConfigureAwait(false);
                bell.Ring(ended.Owner);

                // One that was not active any more was taken over; or an earlier attempt was kept though its answer was lost on the way.
                return kept || await store.FindAsync(ended.Id, CancellationToken.None).ConfigureAwait(false) is not { Outcome: JobOutcome.Lost };
            }
            catch (Exception failure)
            {
                Quietly.Do(() => BackgroundLog.EndNotKept(logger, ended.Id, failure));
                if (closing.IsCancellationRequested) return true;
                await Task.Delay(Pause, time, closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>The notification of an end; of portions, of the main operation alone.</summary>
    public static Notification FinishedOf(BackgroundOperation ended, TimeProvider time) =>
        new(Guid.CreateVersion7(time.GetUtcNow()).ToString(), NotificationKinds.Finished, ended.Owner, ended.Id, NotificationContent.OfEnd(ended));

    private static Task Rest(List<Task> rest)
    {
        lock (rest) return rest.Count == 0 ? Task.CompletedTask : Task.WhenAll(rest);
    }

    private async Task GuardAsync(string step, string id, Func<ValueTask> write)
    {
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Quietly.Do(() => BackgroundLog.StoreFailed(logger, step, id, failure));
        }
    }

    private void Tell(BackgroundOperation operation, BackgroundEnd end, TimeSpan took)
    {
        var level = end.Outcome switch
        {
            JobOutcome.Succeeded or JobOutcome.SucceededWithWarnings => LogLevel.Information,
            JobOutcome.Cancelled => LogLevel.Warning,
            _ => LogLevel.Error,
        };
        var seconds = took.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
        BackgroundLog.Ended(logger, level, operation.Id, operation.Call, end.Outcome, seconds, end.Error?.Code.ToString(), end.Error?.Message, operation.CorrelationId, end.Error?.Detail ?? "none");
    }
}
