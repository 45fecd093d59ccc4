using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>Asks for due jobs and starts what it is given.</summary>
internal sealed class SharedRounds(IJobClaims claims, JobNode node, ClaimLedger ledger, DatabaseClock clock, JobTable table, JobRuns runs, ServerJobsOptions options, ILogger<SharedRounds> logger)
{
    private readonly ClaimTerms terms = new(options.Nodes.Batch, options.Nodes.Grace, options.FirstRunDelay + options.MaxJitter + TimeSpan.FromSeconds(2));
    private readonly PriorityQueue<JobLaunch, long> waiting = new();

    // From a claim for a person until it stands in the ledger: what is claimed in between is no stray.
    private readonly Lock claiming = new();
    private long? compared;

    /// <summary>Makes a round.</summary>
    /// <returns>How long until the next one is worth while.</returns>
    public TimeSpan Round()
    {
        StartWaiting();
        if (compared is not { } last || clock.GetElapsedTime(last) >= options.Nodes.View) GiveBackStrays();
        var asked = clock.GetTimestamp();
        var round = claims.Claim(node, terms);
        foreach (var claim in round.Claims) Take(claim);
        foreach (var claim in round.Cancels) ledger.Cancel(claim);
        if (clock.Take(round.Now, asked)) claims.Replan();
        var planned = round.Unplanned.Select(Plan).OfType<PlannedStart>().ToList();
        if (planned.Count > 0) claims.Plan(node, planned);
        var full = round.Claims.Count == terms.Limit || planned.Count > 0;
        return full ? TimeSpan.Zero : UntilNext(round);
    }

    /// <summary>Claims one job for a person.</summary>
    /// <returns>The run to start; null when it runs somewhere, or the files differ.</returns>
    public JobLaunch? ClaimNow(JobSlot slot, string? startedBy)
    {
        lock (claiming) return claims.ClaimNow(node, slot.Job.Id, startedBy) is { } claim ? Launch(claim) : null;
    }

    /// <summary>Gives back the runs that were claimed and only put off; after the last round.</summary>
    public void GiveBackWaiting()
    {
        while (waiting.TryDequeue(out var launch, out _)) table.Ended(launch, null);
    }

    // Claims whose answer was lost: they stand in the database, the lease is renewed, and nobody would ever run them.
    private void GiveBackStrays()
    {
        lock (claiming)
        {
            foreach (var claim in ledger.TakeStrays(() => claims.Held(node), NotStarted)) Quietly.Do(() => Log.StrayClaim(logger, claim.RunId, claim.JobId, claim.Fence));
        }

        compared = clock.GetTimestamp();
    }

    private void Take(JobClaim claim)
    {
        if (claim.Doubled)
        {
            ledger.Open(claim, null);
            ledger.Free(claim, null, null);
            Quietly.Do(() => Log.Doubled(logger, claim.JobId, claim.PlannedAt));
            return;
        }

        if (Launch(claim) is not { } launch) return;
        if (launch.Job.Jitter > TimeSpan.Zero && claim.Trigger == JobTrigger.Schedule) PutOff(launch);
        else runs.Start(launch);
    }

    // Claimed at its moment and started by up to its jitter later: nobody waits for it meanwhile.
    private void PutOff(JobLaunch launch)
    {
        table.Begun(launch);
        waiting.Enqueue(launch, clock.StampOf(clock.GetUtcNow() + (launch.Job.Jitter * options.Randomness())));
    }

    // A job that left the file a moment ago, or whose call of a lost run still goes on here, is given back: that call must not get company.
    private JobLaunch? Launch(JobClaim claim)
    {
        if (table.Take(claim, (launch, repeatIn) => Free(launch, claim, repeatIn)) is { } launch)
        {
            ledger.Open(claim, launch.Run);
            return launch;
        }

        ledger.Open(claim, null);
        ledger.Free(claim, NotStarted(claim), null);
        return null;
    }

    private void Free(JobLaunch launch, JobClaim claim, TimeSpan? repeatIn) =>
        ledger.Free(claim, launch.Run.Row is { } row ? row with { Outcome = JobOutcome.Failed, Message = "The run broke outside its call; the log has the details." } : NotStarted(claim), repeatIn);

    private JobRun NotStarted(JobClaim claim) => new(claim.RunId, claim.JobId, claim.JobId, "", claim.Trigger, clock.GetUtcNow())
    {
        PlannedAt = claim.PlannedAt,
        Outcome = JobOutcome.Cancelled,
        Elapsed = TimeSpan.Zero,
        Message = "Not started: the server is stopping, no longer has the job, an older call of it still runs there, or the database's answer to the claim was lost.",
        MessageRu = "Не запущено: сервер останавливается, задания больше нет в его файле, на нём ещё идёт прежний вызов или ответ базы данных о назначении не дошёл.",
    };

    // A file just changed is registered a moment later; what it no longer says of a job must not be taken for "never" by all servers.
    private PlannedStart? Plan(UnplannedJob job)
    {
        if (table.Find(job.JobId) is not { Job.Timetable.Calendar: not null } slot) return null;
        var progress = new JobProgress(job.JobId, null, 0, 0) { LastStartedAt = job.LastStartedAt, LastEndedAt = job.LastEndedAt };
        var calendar = new CalendarPlan(slot.Job.Timetable, clock);
        var next = calendar.Next(new JobSlot(slot.Job, new JobState(progress, null), null), job.Now);
        return new PlannedStart(job.JobId, job.Fence, next, Missed(calendar, job, next)) { Owner = job.Owner };
    }

    // The moments from the one that passed until now, or until the late start; one of them is, or will be, that start.
    private static long Missed(CalendarPlan calendar, UnplannedJob job, DateTimeOffset? next)
    {
        if (job.LateSince is not { } since) return 0;
        var (until, made) = job.LastStartedAt >= since ? (job.LastStartedAt.Value, true) : (job.Now, next <= job.Now);
        return Math.Max(0, calendar.Passed(since, until) - (made ? 1 : 0));
    }

    private void StartWaiting()
    {
        while (waiting.TryPeek(out var launch, out var moment) && moment <= clock.GetTimestamp())
        {
            waiting.Dequeue();
            runs.Start(launch);
        }
    }

    // Known moments are met in time by a server that is alone; others may take them first, and the question is then in vain.
    private TimeSpan UntilNext(ClaimRound round)
    {
        var (poll, tightest) = (options.Nodes.Poll * (0.75 + (0.5 * options.Randomness())), options.Nodes.Tightest);
        var due = round.NextDue is { } next ? next - clock.GetUtcNow() : poll;
        if (waiting.TryPeek(out _, out var moment) && clock.GetElapsedTime(clock.GetTimestamp(), moment) is var wait && wait < due) due = wait;
        return due > poll ? poll : due < tightest ? tightest : due;
    }
}
