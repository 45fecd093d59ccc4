using System.Diagnostics.CodeAnalysis;

namespace ServerJobs;

/// <summary>A run in progress: its token, and what is told and logged in it. Thread-safe but for what is said otherwise.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The source has no timer and hands out no wait handle; a call that outlives its run still holds its token.")]
internal sealed class ActiveRun(string id, JobTrigger trigger, DateTimeOffset since, long handedOver)
{
    private readonly CancellationTokenSource source = new();
    private JobCancel? cancel;

    public string Id { get; } = id;

    public JobTrigger Trigger { get; } = trigger;

    public DateTimeOffset Since { get; } = since;

    /// <summary>When it was handed over, as a timestamp; null once it has begun. Under the table's lock.</summary>
    public long? HandedOver { get; set; } = handedOver;

    /// <summary>The run as recorded so far; null before it has begun.</summary>
    public JobRun? Row { get; set; }

    /// <summary>When it ended, as a timestamp; the call may go on.</summary>
    public long? Ended { get; set; }

    /// <summary>Among active runs, the call and key it holds; null for none.</summary>
    public string? Key { get; init; }

    public RunNotes Notes { get; } = new();

    /// <summary>Stops the call, wherever it is.</summary>
    public CancellationToken Stopping => source.Token;

    /// <summary>Why it is cancelled; null while it is not.</summary>
    public JobCancel? Cancelled => Volatile.Read(ref cancel);

    /// <summary>Cancels it; the first reason stays. What listens to the token runs on the pool, never on this thread.</summary>
    public bool Cancel(JobCancel why)
    {
        if (Interlocked.CompareExchange(ref cancel, why, null) is not null) return false;
        _ = source.CancelAsync();
        return true;
    }
}
