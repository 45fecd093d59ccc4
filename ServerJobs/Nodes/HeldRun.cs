namespace ServerJobs;

/// <summary>A run this server claimed, until its end is recorded. Under the ledger's lock.</summary>
internal sealed class HeldRun(JobClaim claim)
{
    public JobClaim Claim { get; } = claim;

    /// <summary>The run in progress; null before it starts.</summary>
    public ActiveRun? Active { get; set; }

    /// <summary>The ended run; null while it goes on.</summary>
    public JobRun? Run { get; set; }

    /// <summary>Whether nothing of its call runs any more.</summary>
    public bool Freed { get; set; }

    public TimeSpan? RepeatIn { get; set; }

    /// <summary>Whether the ended run is recorded.</summary>
    public bool Sent { get; set; }

    public bool Pending => Freed || (Run is not null && !Sent);

    public ClaimEnd ToEnd() => new(Claim.JobId, Claim.Fence) { Run = Sent ? null : Run, Frees = Freed, RepeatIn = RepeatIn };
}
