using System.Collections.Concurrent;
using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;

namespace ServerJobs.Background;

/// <summary>Works through the portions of an operation in several threads: where no thread is free, the control does a portion itself.</summary>
internal sealed class PortionControl(ActiveOperation active, BackgroundWork work, BackgroundCall call, IBackgroundStore store, Action<Task> outlived, ILogger logger)
{
    private const int Attempts = 2;
    private const int Restarts = 3;
    private readonly ConcurrentDictionary<string, BackgroundPortion> done = new(StringComparer.OrdinalIgnoreCase);
    private readonly FeedbackLimits limits = new(logger);
    private readonly ConcurrentDictionary<string, bool> kept = new(StringComparer.OrdinalIgnoreCase);
    private int told = -1;

    public async Task<BackgroundEnd> RunAsync()
    {
        for (var restart = 1; ; restart++)
        {
            try
            {
                await WorkAsync().ConfigureAwait(false);
                return PortionResult.Of(work.Portions.Select(portion => done.GetValueOrDefault(portion.Key) ?? portion).ToList(), active.CancelledBy);
            }
            catch (Exception failure) when (restart <= Restarts)
            {
                // What is done is remembered: only what is left is begun again.
                Quietly.Do(() => BackgroundLog.ControlRestarted(logger, active.Operation.Id, restart, Restarts, failure));
            }
        }
    }

    private async Task WorkAsync()
    {
        using var free = new SemaphoreSlim(work.Threads - 1);
        var threads = new List<Task>();
        try
        {
            foreach (var portion in work.Portions)
            {
                if (active.Stopping.IsCancellationRequested) break;
                if (await free.WaitAsync(0).ConfigureAwait(false)) threads.Add(Task.Run(() => OnThreadAsync(portion, free)));
                else await PortionAsync(portion).ConfigureAwait(false);
            }
        }
        finally
        {
            await Task.WhenAll(threads).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(threads).ConfigureAwait(false);
    }

    private async Task OnThreadAsync(BackgroundPortion portion, SemaphoreSlim free)
    {
        try
        {
            await PortionAsync(portion).ConfigureAwait(false);
        }
        finally
        {
            free.Release();
        }
    }

    private async Task PortionAsync(BackgroundPortion portion)
    {
        if (!done.TryGetValue(portion.Key, out var ended)) done[portion.Key] = ended = await CallAsync(portion).ConfigureAwait(false);
        if (kept.ContainsKey(portion.Key)) return;
        await store.SavePortionAsync(active.Operation.Id, ended, CancellationToken.None).ConfigureAwait(false);
        kept[portion.Key] = true;

        // Each whole percent once: a thousand portions are no reason for a thousand reports.
        var percent = Percent();
        if (Interlocked.Exchange(ref told, percent) != percent) active.Outbox.Report(BackgroundProgress.Of(percent, string.Create(CultureInfo.InvariantCulture, $"{done.Count} / {work.Portions.Count}"), null));
    }

    private async Task<BackgroundPortion> CallAsync(BackgroundPortion portion)
    {
        var asked = work.Args;
        var args = new InvokeArgs(asked.ConnectorId, asked.ClassName, asked.MethodName, portion.Args) { CorrelationId = asked.CorrelationId, Caller = asked.Caller };
        for (var attempt = 1; ; attempt++)
        {
            var feedback = new OperationFeedback(active.Operation, active.Outbox, limits, Percent);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(active.Stopping);
            var result = await call.InvokeAsync(args, feedback, outlived, stop.Token).ConfigureAwait(false);
            if (attempt == Attempts || !MayRepeat(result)) return portion with { Attempt = attempt, Result = result };
            Quietly.Do(() => BackgroundLog.PortionRepeated(logger, active.Operation.Id, portion.Key, result.Error!.Code.ToString(), result.Error.Message));
        }
    }

    // What may have had its effect is never done again by machine, and what is wrong with the request stays wrong.
    private bool MayRepeat(InvokeResult result) =>
        result.Error is { InDoubt: false } error && !active.Stopping.IsCancellationRequested
        && error.Code is not (ConnectorErrorCode.InvalidArguments or ConnectorErrorCode.ConnectorNotFound or ConnectorErrorCode.MethodNotFound or ConnectorErrorCode.ConnectorDisabled);

    private int Percent() => Math.Min(99, done.Count * 100 / work.Portions.Count);
}
