using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>A server's word to the others: that it lives, which jobs its file names, and what it takes over from those that fell silent.</summary>
internal sealed class SharedBeat(IJobClaims claims, JobNode node, ClaimLedger ledger, DatabaseClock clock, DefinitionsOf definitions, ServerJobsOptions options, ILogger<SharedBeat> logger)
{
    private readonly Lock gate = new();
    private IReadOnlyList<ServerJob> jobs = [];
    private IReadOnlyList<DefinitionDifference> differences = [];
    private bool changed = true;
    private bool wasThere;

    // Until what it lost is let go and its jobs are registered again: the database tells once only that the lease did not hold.
    private bool rejoining;

    /// <summary>The jobs of which this server's file says something else than what is in force.</summary>
    public IReadOnlyList<DefinitionDifference> Differences
    {
        get
        {
            lock (gate) return differences;
        }
    }

    /// <summary>Takes the jobs of the file; they are registered with the next beat.</summary>
    public void Apply(IReadOnlyList<ServerJob> list)
    {
        lock (gate) (jobs, changed) = (list, true);
    }

    /// <summary>Gives the word once.</summary>
    /// <returns>Whether others may see something new to claim: definitions were registered, or a job was taken over.</returns>
    public bool Beat()
    {
        var asked = clock.GetTimestamp();
        var standing = Renew();
        if (clock.Take(standing.Now, asked)) claims.Replan();
        if (rejoining && wasThere) ledger.Keep(() => claims.Held(node));
        var registered = Register();
        rejoining = false;
        return TakeOver() | registered;
    }

    private NodeStanding Renew()
    {
        // The answer to a renewal may be lost, and with it that the server had to join anew.
        var before = rejoining;
        rejoining = true;
        var standing = claims.Renew(node, options.Nodes.Lease);
        rejoining = before || !standing.Held;
        if (!standing.Held && wasThere) Quietly.Do(() => Log.LeaseLost(logger, node.Name, options.Nodes.Lease));
        return standing;
    }

    private bool Register()
    {
        IReadOnlyList<ServerJob> list;
        lock (gate)
        {
            // Where files differ, the others may have changed theirs or fallen silent since.
            if (!rejoining && !changed && differences.Count == 0) return false;
            (list, changed) = (jobs, false);
        }

        try
        {
            var now = claims.Register(node, definitions.Make(list, atStart: !wasThere));
            wasThere = true;
            Tell(now);
            lock (gate) differences = now;
            return true;
        }
        catch
        {
            lock (gate) changed = true;
            throw;
        }
    }

    private void Tell(IReadOnlyList<DefinitionDifference> now)
    {
        var before = Differences.Select(difference => difference.JobId).ToHashSet(StringComparer.Ordinal);
        foreach (var difference in now.Where(difference => !before.Contains(difference.JobId)))
        {
            Quietly.Do(() => Log.FilesDiffer(logger, difference.JobId, node.Name, string.Join(", ", difference.Nodes)));
        }

        var still = now.Select(difference => difference.JobId).ToHashSet(StringComparer.Ordinal);
        foreach (var jobId in before.Where(jobId => !still.Contains(jobId))) Quietly.Do(() => Log.FilesAgree(logger, jobId, node.Name));
    }

    private bool TakeOver()
    {
        var lost = claims.TakeOver();
        foreach (var claim in lost) Quietly.Do(() => Log.TakenOver(logger, claim.JobId, claim.RunId, claim.Node));
        return lost.Count > 0;
    }
}
