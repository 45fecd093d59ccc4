using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>The runs this server claimed. Their ends are written in groups, with the fences, and wait here while the store is away. Thread-safe.</summary>
internal sealed class ClaimLedger(IJobClaims claims, JobNode node, ILogger<ClaimLedger> logger)
{
    private const int Most = 500;
    private readonly Lock gate = new();
    private readonly Dictionary<string, HeldRun> held = new(StringComparer.Ordinal);

    /// <summary>Called when there is something to write.</summary>
    public Action? Pending { get; set; }

    /// <summary>How many runs are held, those that wait to be written included.</summary>
    public int Count
    {
        get
        {
            lock (gate) return held.Count;
        }
    }

    public void Open(JobClaim claim, ActiveRun? run)
    {
        lock (gate) held[claim.RunId] = new HeldRun(claim) { Active = run };
    }

    /// <summary>Takes claims that nobody here knows of: the database made them, and its answer was lost. They are given back as never started.</summary>
    /// <remarks>Nothing may be claimed meanwhile. What is freed meanwhile is no stray: it was known before.</remarks>
    public IReadOnlyList<JobClaim> TakeStrays(Func<IReadOnlyList<JobClaim>> read, Func<JobClaim, JobRun> notStarted)
    {
        HashSet<string> known;
        lock (gate) known = [.. held.Keys];
        var strays = read().Where(claim => !known.Contains(claim.RunId)).ToList();
        lock (gate)
        {
            foreach (var claim in strays) held[claim.RunId] = new HeldRun(claim) { Run = notStarted(claim), Freed = true };
        }

        if (strays.Count > 0) Pending?.Invoke();
        return strays;
    }

    public bool Holds(string runId)
    {
        lock (gate) return held.ContainsKey(runId);
    }

    /// <summary>Takes an ended run.</summary>
    /// <returns>Whether it is one of these.</returns>
    public bool Record(JobRun run)
    {
        lock (gate)
        {
            if (!held.TryGetValue(run.Id, out var entry)) return false;
            entry.Run = run;
        }

        Pending?.Invoke();
        return true;
    }

    /// <summary>Gives a job back: nothing of its run goes on.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="otherwise">How the run is recorded when it never told how it ended.</param>
    /// <param name="repeatIn">When it is repeated.</param>
    public void Free(JobClaim claim, JobRun? otherwise, TimeSpan? repeatIn)
    {
        lock (gate)
        {
            if (!held.TryGetValue(claim.RunId, out var entry)) return;
            entry.Run ??= otherwise;
            (entry.Freed, entry.RepeatIn) = (true, repeatIn);
        }

        Pending?.Invoke();
    }

    /// <summary>Writes what waits. Throws when the store is away; then it waits on.</summary>
    public void Flush()
    {
        while (TakePending() is { Count: > 0 } batch)
        {
            try
            {
                Send(batch);
            }
            catch (Exception fault) when (!IsAway(fault))
            {
                SendSingly(batch);
            }

            if (batch.Count < Most) return;
        }
    }

    /// <summary>Lets go what others have taken over: all but the claims that still stand. What is claimed while they are read is left alone.</summary>
    public void Keep(Func<IReadOnlyList<JobClaim>> read)
    {
        List<HeldRun> all;
        lock (gate) all = [.. held.Values];
        var standing = read().Select(claim => new HeldClaim(claim.JobId, claim.Fence)).ToHashSet();
        Lose(entry => !standing.Contains(new HeldClaim(entry.Claim.JobId, entry.Claim.Fence)), all);
    }

    /// <summary>Cancels a run that a later moment of its job replaces.</summary>
    public void Cancel(HeldClaim claim)
    {
        lock (gate) held.Values.FirstOrDefault(entry => entry.Claim.JobId == claim.JobId && entry.Claim.Fence == claim.Fence)?.Active?.Cancel(JobCancel.Overlap);
    }

    private void Send(List<(HeldRun Entry, ClaimEnd End)> batch)
    {
        var refused = claims.Close(node, batch.ConvertAll(entry => entry.End)).Select(end => new HeldClaim(end.JobId, end.Fence)).ToHashSet();
        Lose(entry => refused.Contains(new HeldClaim(entry.Claim.JobId, entry.Claim.Fence)), batch.ConvertAll(entry => entry.Entry));
        foreach (var (entry, end) in batch) Settle(entry, end);
    }

    // What one end says may be more than the database takes, and must not hold up the others.
    private void SendSingly(List<(HeldRun Entry, ClaimEnd End)> batch)
    {
        List<Exception> faults = [];
        foreach (var (entry, end) in batch)
        {
            try
            {
                SendOne(entry, end);
            }
            catch (Exception fault) when (!IsAway(fault))
            {
                faults.Add(fault);
            }
        }

        if (faults.Count > 0) throw new AggregateException(faults);
    }

    private void SendOne(HeldRun entry, ClaimEnd end)
    {
        try
        {
            Send([(entry, end)]);
        }
        catch (Exception fault) when (end.Run is not null && !IsAway(fault))
        {
            Send([(entry, end with { Run = Bare(end.Run) })]);
            Quietly.Do(() => Log.EndWithoutTexts(logger, end.Run.Id, end.JobId, fault));
        }
    }

    private static JobRun Bare(JobRun run) => run with
    {
        Message = "What the run told could not be stored; the log of its server has the reason (3130).",
        MessageRu = "Сообщения этого выполнения не удалось сохранить; причина — в журнале его сервера (3130).",
        Detail = null,
        ErrorCode = null,
        CorrelationId = null,
        Messages = [],
        LogLines = [],
    };

    private static bool IsAway(Exception fault) => fault is DbException { IsTransient: true } or IOException or TimeoutException or SocketException;

    private List<(HeldRun Entry, ClaimEnd End)> TakePending()
    {
        lock (gate) return [.. held.Values.Where(entry => entry.Pending).Take(Most).Select(entry => (entry, entry.ToEnd()))];
    }

    private void Settle(HeldRun entry, ClaimEnd sent)
    {
        lock (gate)
        {
            if (sent.Run is not null) entry.Sent = true;
            if (sent.Frees) held.Remove(entry.Claim.RunId);
        }
    }

    private void Lose(Func<HeldRun, bool> isLost, List<HeldRun> entries)
    {
        foreach (var entry in entries.Where(isLost))
        {
            lock (gate)
            {
                // Ended and recorded in the meantime.
                if (!held.Remove(entry.Claim.RunId)) continue;
            }

            var outcome = entry.Run?.Outcome?.ToString() ?? "running";
            entry.Active?.Cancel(JobCancel.TakenOver);
            Quietly.Do(() => Log.EndRefused(logger, entry.Claim.RunId, entry.Claim.JobId, entry.Claim.Fence, outcome));
        }
    }
}
