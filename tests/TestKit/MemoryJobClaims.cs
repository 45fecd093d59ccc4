using ServerJobs;

namespace TestKit;

/// <summary>The shared timetable in memory, for tests: what several servers in one process share. Its clock is the one it is given.</summary>
/// <param name="runs">Where the rows of runs are written, and where pauses and the lock of all jobs are read.</param>
/// <param name="time">The clock of the database.</param>
public sealed class MemoryJobClaims(MemoryJobStore runs, TimeProvider time) : IJobClaims
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, MemoryClaimRow> rows = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Name, DateTimeOffset Until)> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> definitions = new(StringComparer.Ordinal);

    /// <summary>When set, every call throws it: the database is away.</summary>
    public Exception? Failure { get; set; }

    /// <summary>When set, the next call that claims, renews or frees does its work and throws it: the answer is lost.</summary>
    public Exception? AnswerLost { get; set; }

    /// <summary>When set, the calendars cannot be asked again.</summary>
    public Exception? ReplanFailure { get; set; }

    /// <summary>What the database says of an end that it does not take; null for nothing.</summary>
    public Func<ClaimEnd, Exception?> Refuses { get; set; } = _ => null;

    private DateTimeOffset Now => time.GetUtcNow();

    /// <inheritdoc/>
    public NodeStanding Renew(JobNode node, TimeSpan lease) => Do(() =>
    {
        var held = nodes.ContainsKey(node.Id);
        nodes[node.Id] = (node.Name, Now + lease);
        return new NodeStanding(held, Now);
    });

    /// <inheritdoc/>
    public void Leave(JobNode node) => Do(() =>
    {
        nodes.Remove(node.Id);
        return definitions.Remove(node.Id);
    });

    /// <inheritdoc/>
    public IReadOnlyList<DefinitionDifference> Register(JobNode node, IReadOnlyList<JobDefinition> jobs) => Do(() =>
    {
        var before = definitions.GetValueOrDefault(node.Id) ?? [];
        foreach (var gone in before.Where(old => jobs.All(job => !job.JobId.Equals(old.Key, StringComparison.OrdinalIgnoreCase)) && rows[old.Key].Hash == old.Value && !OthersHold(node, rows[old.Key]))) rows[gone.Key].Hash = "";
        definitions[node.Id] = jobs.ToDictionary(job => job.JobId, job => job.Hash, StringComparer.OrdinalIgnoreCase);
        foreach (var job in jobs) Define(node, job);
        return (IReadOnlyList<DefinitionDifference>)[.. jobs.Where(job => rows[job.JobId].Hash != job.Hash)
            .Select(job => new DefinitionDifference(rows[job.JobId].Definition.JobId, [.. Holders(node, rows[job.JobId]).Select(id => nodes[id].Name).Order(StringComparer.Ordinal)]))];
    });

    /// <inheritdoc/>
    public ClaimRound Claim(JobNode node, ClaimTerms terms) => Do(() =>
    {
        foreach (var row in rows.Values.Where(row => row.Definition.Period is { } period && row.NextDue - Now > period + terms.Farthest))
        {
            row.NextDue = Now + TimeSpan.FromMilliseconds(1) + TimeSpan.FromTicks((row.NextDue!.Value - Now).Ticks % row.Definition.Period!.Value.Ticks);
        }

        var claims = Mine(node).Where(row => row.Due <= Now).OrderBy(row => row.Due).ThenBy(row => row.Definition.JobId, StringComparer.Ordinal).Take(terms.Limit).Select(row => Tick(node, row, terms)).ToList();
        return new ClaimRound(Now, [.. claims.OfType<JobClaim>()])
        {
            NextDue = Mine(node).Select(row => row.Due).Where(due => due > Now && due < DateTimeOffset.MaxValue).Min(),
            Unplanned = [.. Mine(node).Where(row => row is { Definition.Period: null, NextDue: null } && (row.Owner is null || row.Definition.Overlap != ClaimOverlap.Queue))
                .Select(row => new UnplannedJob(row.Definition.JobId, row.Fence, Now) { Owner = row.Owner, LastStartedAt = row.LastStartedAt, LastEndedAt = row.LastEndedAt, LateSince = row.LateSince })],
            Cancels = [.. rows.Values.Where(row => row.Owner == node.Id && row.CancelFence == row.Fence).Select(row => new HeldClaim(row.Definition.JobId, row.Fence))],
        };
    });

    /// <inheritdoc/>
    public JobClaim? ClaimNow(JobNode node, string jobId, string? startedBy) => Do(() =>
    {
        if (!rows.TryGetValue(jobId, out var row) || row.Owner is not null || !Agrees(node, row) || KeyBusy(row)) return null;
        row.Take(node.Id, Now, JobTrigger.Manual);
        return Begin(node, row, new JobClaim(jobId, row.Fence, row.RunId!, JobTrigger.Manual, null, 1) { StartedBy = startedBy });
    });

    /// <inheritdoc/>
    public void Plan(JobNode node, IReadOnlyList<PlannedStart> starts) => Do(() =>
    {
        foreach (var start in starts)
        {
            if (rows[start.JobId] is not { NextDue: null, Definition.Period: null } row || row.Fence != start.Fence || row.Owner != start.Owner) continue;
            row.NextDue = start.Due ?? DateTimeOffset.MaxValue;
            row.LateSince = null;
            row.Misses += start.Missed;
        }

        return 0;
    });

    /// <inheritdoc/>
    public void Replan() => Do(() =>
    {
        if (ReplanFailure is { } failure) throw failure;
        foreach (var row in rows.Values.Where(row => row.Definition.Period is null))
        {
            if (row.NextDue <= Now) row.LateSince ??= row.NextDue;
            row.NextDue = null;
        }

        return 0;
    });

    /// <inheritdoc/>
    public IReadOnlyList<ClaimEnd> Close(JobNode node, IReadOnlyList<ClaimEnd> ends) => Do(() =>
    {
        if (ends.Select(Refuses).FirstOrDefault(fault => fault is not null) is { } broken) throw broken;
        var refused = ends.Where(end => rows[end.JobId].Owner != node.Id || rows[end.JobId].Fence != end.Fence).ToList();
        foreach (var end in ends.Except(refused))
        {
            var row = rows[end.JobId];
            if (end.Run is { } run) Complete(run with { EndedAt = Now });
            row.LastRun = end.Run ?? row.LastRun;
            if (end.Frees) row.Free(Now, end.RepeatIn);
        }

        return (IReadOnlyList<ClaimEnd>)refused;
    });

    /// <inheritdoc/>
    public IReadOnlyList<JobClaim> Held(JobNode node) => Do(() =>
        (IReadOnlyList<JobClaim>)[.. rows.Values.Where(row => row.Owner == node.Id).Select(row => new JobClaim(row.Definition.JobId, row.Fence, row.RunId!, row.Trigger, row.LastPlannedAt, row.Repeats + 1))]);

    /// <inheritdoc/>
    public IReadOnlyList<LostClaim> TakeOver() => Do(() =>
    {
        foreach (var dead in nodes.Where(node => node.Value.Until < Now).Select(node => node.Key).ToList())
        {
            nodes.Remove(dead);
            definitions.Remove(dead);
        }

        return (IReadOnlyList<LostClaim>)[.. rows.Values.Where(row => row.Owner is not null && !nodes.ContainsKey(row.Owner)).Select(Lose)];
    });

    /// <inheritdoc/>
    public ClaimTable Read() => Do(() => new ClaimTable(Now, [.. rows.Values.OrderBy(row => row.Definition.JobId, StringComparer.Ordinal).Select(row => row.ToState())]));

    private LostClaim Lose(MemoryClaimRow row)
    {
        var lost = new LostClaim(row.Definition.JobId, row.RunId!, row.Owner!);
        row.LastRun = runs.Runs.Single(run => run.Id == row.RunId) with { Outcome = JobOutcome.Lost, InDoubt = true, EndedAt = Now };
        Complete(row.LastRun);
        row.Fence++;
        row.Free(Now, null);
        return lost;
    }

    private JobClaim? Tick(JobNode node, MemoryClaimRow row, ClaimTerms terms)
    {
        var heldBack = HeldBack(row);
        if (row.Definition.Period is null && ((row.Owner is not null && row.Definition.Overlap == ClaimOverlap.Queue) || (heldBack && row.RepeatAt is null))) return null;
        if (!row.Tick(node.Id, Now, heldBack, KeyBusy(row), terms.Grace)) return null;
        return Begin(node, row, new JobClaim(row.Definition.JobId, row.Fence, row.RunId!, row.Trigger, row.LastPlannedAt, row.Repeats + 1));
    }

    private JobClaim Begin(JobNode node, MemoryClaimRow row, JobClaim claim)
    {
        var doubled = claim.Trigger == JobTrigger.Schedule && runs.Runs.Any(run => run.JobId == claim.JobId && run.PlannedAt == claim.PlannedAt && run.Trigger == JobTrigger.Schedule);
        if (doubled) return claim with { Doubled = true };
        var run = new JobRun(claim.RunId, claim.JobId, row.Definition.Name, row.Definition.Call, claim.Trigger, Now)
        {
            PlannedAt = claim.PlannedAt, Attempt = claim.Attempt, Node = node.Name, Key = row.Definition.Key, StartedBy = claim.StartedBy,
        };
        runs.BeginAsync(run, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return claim;
    }

    private void Complete(JobRun run) => runs.CompleteAsync(run, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    private void Define(JobNode node, JobDefinition job)
    {
        var alone = nodes.All(other => other.Key == node.Id || other.Value.Until < Now);
        if (!rows.TryGetValue(job.JobId, out var row))
        {
            rows.Add(job.JobId, new MemoryClaimRow(job) { NextDue = job.Period is null ? null : Now + job.FirstIn });
            return;
        }

        if (row.Hash != job.Hash && !OthersHold(node, row)) Adopt(row, job);
        if (row.Hash == job.Hash && job.StartsAnew && alone) row.NextDue = Now + job.FirstIn;
    }

    private void Adopt(MemoryClaimRow row, JobDefinition job)
    {
        var keeps = row.Hash.Length > 0 && row.Definition.Enabled && job.Enabled && row.Definition.Period == job.Period;
        (row.QueuedAt, row.RepeatAt, row.LateSince) = (null, null, null);
        if (job.Period is not { } period) row.NextDue = null;
        else if (!keeps) row.NextDue = Now + (row.LastPlannedAt is { } last ? period - TimeSpan.FromTicks((Now - last).Ticks % period.Ticks) : job.FirstIn);
        row.Definition = job;
        row.Hash = job.Hash;
    }

    private bool OthersHold(JobNode node, MemoryClaimRow row) => Holders(node, row).Any();

    private IEnumerable<string> Holders(JobNode node, MemoryClaimRow row) =>
        nodes.Where(other => other.Key != node.Id && other.Value.Until >= Now && definitions.GetValueOrDefault(other.Key)?.GetValueOrDefault(row.Definition.JobId) == row.Hash).Select(other => other.Key);

    private IEnumerable<MemoryClaimRow> Mine(JobNode node) => rows.Values.Where(row => row.Definition.Enabled && Agrees(node, row));

    private bool Agrees(JobNode node, MemoryClaimRow row) =>
        nodes.TryGetValue(node.Id, out var alive) && alive.Until >= Now && definitions.GetValueOrDefault(node.Id)?.GetValueOrDefault(row.Definition.JobId) == row.Hash;

    private bool KeyBusy(MemoryClaimRow row) =>
        row.Definition.Key.Length > 0 && rows.Values.Any(other => other != row && other.HeldKey == $"{row.Definition.Call}\n{row.Definition.Key}");

    private bool HeldBack(MemoryClaimRow row)
    {
        if (row.Definition.PausedUntil > Now) return true;
        if (runs.ReadLockAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult() is not null) return true;
        var pause = runs.ReadStatesAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult().FirstOrDefault(state => state.Progress.JobId == row.Definition.JobId)?.Pause;
        return pause is not null && (pause.Until is null || pause.Until > Now);
    }

    private T Do<T>(Func<T> work)
    {
        if (Failure is { } away) throw away;
        T done;
        lock (gate) done = work();
        if (AnswerLost is not { } lost) return done;
        AnswerLost = null;
        throw lost;
    }
}
