namespace ServerJobs;

/// <summary>What a server learns when it claims.</summary>
/// <param name="Now">The clock of the database.</param>
/// <param name="Claims">The runs to start.</param>
public sealed record ClaimRound(DateTimeOffset Now, IReadOnlyList<JobClaim> Claims)
{
    /// <summary>The next moment of all jobs the server may run; null for none.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>Jobs with a calendar that wait for their next start to be worked out.</summary>
    public IReadOnlyList<UnplannedJob> Unplanned { get; init; } = [];

    /// <summary>Runs of this server that a later moment of their own job cancels.</summary>
    public IReadOnlyList<HeldClaim> Cancels { get; init; } = [];
}
