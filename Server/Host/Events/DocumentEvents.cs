using System.Collections.Concurrent;
using Server.Storage;

namespace Server.Events;

/// <summary>Has the handlers of pending events called: those of this server at once, those left by a server that stopped when its lease is over.</summary>
internal sealed class DocumentEvents(SqlDocumentEvents store, EventHandling handling, EventPace pace, TimeProvider time, ILogger<DocumentEvents> log) : IHostedService, IDisposable
{
    // Enough that the handlers of one slow connector, of which it takes a few and refuses the others, leave room for those of others.
    private const int MostAtOnce = 256;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    // An id of this start: what an earlier one left is another owner's.
    private readonly string owner = Guid.CreateVersion7(time.GetUtcNow()).ToString();
    private readonly ConcurrentDictionary<Task, string> running = new();
    private readonly CancellationTokenSource stopping = new();
    private TaskCompletionSource wake = NewWake();
    private Task loop = Task.CompletedTask;
    private long? recoveredAt;

    /// <summary>Says that there are new events.</summary>
    public void Wake() => Volatile.Read(ref wake).TrySetResult();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        loop = Task.Run(LoopAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>A stopping server lets handlers that were called run to their end, as long as the host allows; the others are called after the next start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await loop;
        await Task.WhenAll(running.Keys).WaitAsync(cancellationToken);
        await store.ReleaseAsync(owner, [], cancellationToken);
    }

    public void Dispose() => stopping.Dispose();

    private static TaskCompletionSource NewWake() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task LoopAsync()
    {
        var (joined, ill, woken) = (false, false, true);
        while (!stopping.IsCancellationRequested)
        {
            var waiting = NewWake();
            Volatile.Write(ref wake, waiting);
            try
            {
                if (!joined) await store.JoinAsync(owner, stopping.Token);
                joined = true;
                if (ill) await store.ReleaseAsync(owner, [.. running.Values], stopping.Token);
                if (woken || !running.IsEmpty || await store.AnyOpenAsync(stopping.Token)) await StepAsync();
                if (ill) log.EventsGoOn();
                ill = false;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                if (!ill) log.EventsWait(failure.Message);
                ill = true;

                // What was asked for is not lost, and a storage that is away is not asked without a pause.
                waiting = NewWake();
            }

            woken = await WaitAsync(waiting.Task) || ill;
        }
    }

    private async Task StepAsync()
    {
        if (recoveredAt is null || time.GetElapsedTime(recoveredAt.Value) >= pace.Lease / 5)
        {
            foreach (var left in await store.RecoverAsync(owner, pace.Lease, pace.Retries, stopping.Token)) Tell(left);
            recoveredAt = time.GetTimestamp();
        }

        var room = MostAtOnce - running.Count;
        if (room <= 0) return;
        foreach (var raised in await store.ClaimAsync(owner, pace.Lease, EventPace.Longest, room, stopping.Token))
        {
            var handler = Task.Run(() => RunAsync(raised), CancellationToken.None);
            running.TryAdd(handler, raised.Id);
            _ = handler.ContinueWith(Ended, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private void Ended(Task handler)
    {
        running.TryRemove(handler, out _);
        Wake();
    }

    private async Task RunAsync(DocumentEvent raised)
    {
        try
        {
            await handling.RunAsync(raised, owner, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Not called; the next start does it.
        }
        catch (Exception failure)
        {
            log.EventNotHandled(raised.Handler, raised.Event, raised.DocumentId, failure.Message);
            await GiveBackAsync(raised);
        }
    }

    // Not called, or its start would have been known. While the storage is away it is kept; a stop leaves it to the next start.
    private async Task GiveBackAsync(DocumentEvent raised)
    {
        for (var back = false; !back && !stopping.IsCancellationRequested;)
        {
            await Task.Delay(Beat, time, CancellationToken.None);
            try
            {
                await store.PostponeAsync(raised.Id, owner, Beat, CancellationToken.None);
                back = true;
            }
            catch (Exception failure)
            {
                log.EventNotHandled(raised.Handler, raised.Event, raised.DocumentId, failure.Message);
            }
        }
    }

    private void Tell(DocumentEvent left)
    {
        if (left.State == DocumentEventState.InDoubt) log.EventInDoubt(left.Handler, left.Event, left.DocumentId, left.Id, left.Error ?? "");
        else if (left.State == DocumentEventState.Parked) log.EventParked(left.Handler, left.Event, left.DocumentId, left.Id);
        else log.EventRaisedAgain(left.Handler, left.Event, left.DocumentId);
    }

    private async Task<bool> WaitAsync(Task signal)
    {
        using var nap = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        var first = await Task.WhenAny(signal, Task.Delay(Beat, time, nap.Token));
        await nap.CancelAsync();
        return first == signal;
    }
}
